import { number, put, refused, scan, taken, text, update } from './words.ts';

/** A text inside so many lists, or maps. */
const inLists = (levels: number): object => (levels === 0 ? text('x') : { L: [inLists(levels - 1)] });
const inMaps = (levels: number): object => (levels === 0 ? text('x') : { M: { m: inMaps(levels - 1) } });

/** What may be the value of an attribute. */
export const onValues = [
  taken('lists of 32 levels', put({ deep: inLists(31) })),
  refused('lists of 33 levels', put({ deep: inLists(32) })),
  taken('maps of 32 levels', put({ deep: inMaps(31) })),
  refused('maps of 33 levels', put({ deep: inMaps(32) })),
  taken('an update of 32 levels', update('SET deep = :v', { ...inMaps(31) })),
  refused('an update of 33 levels', update('SET deep = :v', { ...inMaps(32) })),
  taken('an update of 32 levels with its path', update('SET things.deep = :v', { ...inMaps(30) })),
  refused('an update of 33 levels with its path', update('SET things.deep = :v', { ...inMaps(31) })),
  taken('33 levels to compare with', scan('deep = :1', [{ ...inMaps(32) }])),
  refused('34 levels to compare with', scan('deep = :1', [{ ...inMaps(33) }])),
  refused('an empty set', put({ set: { SS: [] } })),
  refused('a set with the same twice', put({ set: { SS: ['a', 'a'] } })),
  taken('a set with an empty text', put({ set: { SS: ['a', ''] } })),
  taken('a number of 38 digits', put({ n: number('1'.repeat(38)) })),
  refused('a number of 39 digits', put({ n: number('1'.repeat(39)) })),
  taken('the smallest number', put({ n: number('1e-130') })),
  refused('a number that is too small', put({ n: number('1e-131') })),
  refused('a number that is too large', put({ n: number('1e126') })),
  refused('a number that is none', put({ n: number('NaN') })),
  refused('a value of two types', put({ n: { N: '1', S: 'x' } })),
  refused('a value of no type', put({ n: {} })),
  refused('an item of more than 400 KB', put({ note: text('x'.repeat(400 * 1024)) })),
];
