import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '#shared/case/content-changes.ts';

describe('the changes between two contents', () => {
  it('are none between equal ones', () => {
    fc.assert(fc.property(fc.object(), (one) => void expect(changesBetween(one, structuredClone(one))).toEqual([])));
  });

  it('name each field that is different, was added or was taken away', () => {
    const before = { title: 'A', themes: ['x'], contact: { name: 'n', email: 'e' }, website: 'w' };
    const after = { title: 'B', themes: ['x', 'y'], contact: { name: 'n', email: 'f' }, results: 'r' };
    expect(changesBetween(before, after)).toEqual([
      { pointer: '/title', before: 'A', after: 'B' },
      { pointer: '/themes', before: ['x'], after: ['x', 'y'] },
      { pointer: '/contact/email', before: 'e', after: 'f' },
      { pointer: '/website', before: 'w', after: null },
      { pointer: '/results', before: null, after: 'r' },
    ]);
  });

  it('show a group that came or went as a whole', () => {
    expect(changesBetween({}, { funding: { amount: 5 } })).toEqual([
      { pointer: '/funding', before: null, after: { amount: 5 } },
    ]);
  });
});
