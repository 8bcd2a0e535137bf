import { get, key, query, queryIndex, refused, taken, text } from './words.ts';

const known = text('known');
const d = text('d');
const nothing = text('');
const a = text('a');
const z = text('z');

/** What may be asked of the table and of its index. */
export const onQueries = [
  refused('sort keys that begin with nothing', query('pk = :1 AND begins_with(sk, :2)', [known, nothing])),
  refused('an empty sort key', query('pk = :1 AND sk = :2', [known, nothing])),
  refused('sort keys after nothing', query('pk = :1 AND sk > :2', [known, nothing])),
  refused('sort keys from nothing on', query('pk = :1 AND sk BETWEEN :2 AND :3', [known, nothing, z])),
  refused('an empty hash key', query('pk = :1', [nothing])),
  refused('an empty hash key of an index', queryIndex('due = :1', [nothing])),
  refused(
    'an index’s sort keys that begin with nothing',
    queryIndex('due = :1 AND begins_with(#at, :2)', [d, nothing]),
  ),
  refused('a number for a text', query('pk = :1', [{ N: '1' }])),
  refused('a range upside down', query('pk = :1 AND sk BETWEEN :2 AND :3', [known, z, a])),
  refused('two ranges', query('pk = :1 AND sk > :2 AND sk < :3', [known, a, z])),
  refused('a filter on a key', query('pk = :1', [known], { FilterExpression: 'sk = :1' })),
  refused('a limit of nought', query('pk = :1', [known], { Limit: 0 })),
  taken('the last of a page', query('pk = :1', [known], { Limit: 1, ScanIndexForward: false })),
  refused('a start that is no key', query('pk = :1', [known], { ExclusiveStartKey: { pk: known } })),
  refused('a start under another hash key', query('pk = :1', [known], { ExclusiveStartKey: key('other') })),
  refused('a start with an empty sort key', query('pk = :1', [known], { ExclusiveStartKey: key('known', '') })),
  taken('all of an index', queryIndex('due = :1', [d])),
  refused('an index read consistently', queryIndex('due = :1', [d], { ConsistentRead: true })),
  refused('an index that is not there', query('due = :1', [d], { IndexName: 'gone' })),
  refused('what an index does not hold', queryIndex('due = :1', [d], { ProjectionExpression: 'sk, note' })),
  refused('all attributes of an index of keys', queryIndex('due = :1', [d], { Select: 'ALL_ATTRIBUTES' })),
  refused('a table that is not there', get(key('known'), { TableName: 'Gone' }), 'ResourceNotFoundException'),
];
