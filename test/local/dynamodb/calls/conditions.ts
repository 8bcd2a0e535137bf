import { get, key, number, put, refused, scan, taken, text, update } from './words.ts';

const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
const alternatives = Array.from({ length: 101 }, (_, index) => `:${index + 1}`);

/** What may be said in expressions. */
export const onExpressions = [
  refused('a condition that does not hold', put(key('known'), isNew), 'ConditionalCheckFailedException'),
  refused(
    'one of which the item is wanted',
    put(key('known'), { ...isNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    'ConditionalCheckFailedException',
  ),
  refused('an empty condition', put({}, { ConditionExpression: '' })),
  refused('a condition of more than 4 KB', scan(Array(400).fill('note = :1').join(' OR '), [text('x')])),
  refused('more than a hundred alternatives', scan(`note IN (${alternatives})`, alternatives.map(text))),
  refused('a value that is not used', put({}, { ExpressionAttributeValues: { ':v': text('x') } })),
  refused('a value that is not given', put({}, { ConditionExpression: 'note = :v' })),
  refused('a name that is not used', get(key('known'), { ExpressionAttributeNames: { '#n': 'note' } })),
  refused('a reserved word', get(key('known'), { ProjectionExpression: 'status' })),
  refused('a comparison with itself', scan('note = note')),
  refused('the size of a number', scan('size(:1) > :1', [number('1')])),
  refused('a type that is none', scan('attribute_type(note, :1)', [text('X')])),
  refused('paths that overlap', update('SET things = :v, things.a = :v', text('x'))),
  refused('a path into what is not there', update('SET gone.a = :v', text('x'))),
  refused('a path into a text', update('SET note.a = :v', text('x'))),
  refused('a number added to a text', update('ADD note :v', number('1'))),
  refused('a sum with what is not there', update('SET gone = gone + :v', number('1'))),
  taken('a value unless there is one', update('SET note = if_not_exists(note, :v)', text('x'))),
  refused('all that is new of a put', put({}, { ReturnValues: 'ALL_NEW' })),
];
