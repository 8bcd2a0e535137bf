import { describe, expect, it } from 'vitest';
import { faultsOfRelease, presentTables, releasedTables } from '#infra/released-tables.ts';

const released = releasedTables();

it('no release loses a table, or changes more of its indexes than CloudFormation can (infra/DEPLOY.md)', () => {
  expect(Object.keys(released)).toHaveLength(2);
  expect(faultsOfRelease(released, presentTables())).toEqual([]);
});

describe('a release is refused', () => {
  const before = { T1: { key: 'pk, sk', indexes: ['a: x, y (ALL)', 'b: x, y (ALL)'] } };
  const changedBy = (now: object) => faultsOfRelease(before, { T1: { ...before.T1, ...now } });

  it.each([
    ['whose table has another logical id', faultsOfRelease(before, { T2: before.T1 }), /T1 would be gone/],
    ['whose table has another key', changedBy({ key: 'pk' }), /T1 would be a new, empty one: .* pk, sk/],
    [
      'that adds two indexes',
      changedBy({ indexes: [...before.T1.indexes, 'c: x (ALL)', 'd: x (ALL)'] }),
      /c: x.*; d: x/,
    ],
    ['that changes an index', changedBy({ indexes: ['a: x, y (KEYS_ONLY)', 'b: x, y (ALL)'] }), /more than one index/],
    ['that renames an index', changedBy({ indexes: ['a: x, y (ALL)', 'c: x, y (ALL)'] }), /more than one index/],
  ])('%s', (_, faults, said) => {
    expect(faults).toEqual([expect.stringMatching(said)]);
  });

  it.each([
    ['adds one index', ['a: x, y (ALL)', 'b: x, y (ALL)', 'c: x (ALL)']],
    ['removes one', ['a: x, y (ALL)']],
    ['names them in another order', ['b: x, y (ALL)', 'a: x, y (ALL)']],
  ])('not when it %s', (_, indexes) => {
    expect(changedBy({ indexes })).toEqual([]);
  });
});
