import { batch, get, key, manyKeys, put, refused, taken, text, update } from './words.ts';

const writes = (items: readonly object[]) =>
  batch(
    'BatchWriteItem',
    items.map((Item) => ({ PutRequest: { Item } })),
  );

/** What may be a key, of the table and of its index. */
export const onKeys = [
  refused('an empty text in the hash key', put({ pk: text('') })),
  refused('an empty text in the sort key', put({ sk: text('') })),
  refused('an empty hash key that is wanted', get(key(''))),
  refused('an empty text in the hash key of an index', put({ due: text(''), at: text('1') })),
  refused('an empty text in the sort key of an index', put({ due: text('d'), at: text('') })),
  refused('an empty text in one key of an index alone', put({ at: text('') })),
  taken('an empty text elsewhere', put({ note: text('') })),
  refused('a number in the key of an index', put({ due: { N: '1' }, at: text('1') })),
  refused('NULL in the key of an index', put({ due: { NULL: true }, at: text('1') })),
  refused('an update that empties the hash key of an index', update('SET due = :v', text(''))),
  refused('an update that empties the sort key of an index', update('SET #at = :v', text(''))),
  refused('an update of a key', update('SET pk = :v', text('x'))),
  refused('a batch with an empty key of an index', writes([{ ...key('put'), due: text('') }])),
  refused('a key without its sort key', get({ pk: text('known') })),
  refused('a key with more than a key', get({ ...key('known'), note: text('x') })),
  refused('a batch of 26 items', writes(manyKeys(26))),
  refused('a batch with the same key twice', writes([key('put'), key('put')])),
  refused('an empty batch', batch('BatchWriteItem')),
  refused('a hundred and one keys', batch('BatchGetItem', { Keys: manyKeys(101) })),
  refused('the same key wanted twice', batch('BatchGetItem', { Keys: [key('known'), key('known')] })),
];
