import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '#shared/case/content-hash.ts';

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

describe('the hash of a content', () => {
  it('is 64 hex digits', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(hashOf(value)).toMatch(/^[0-9a-f]{64}$/)));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(hashOf(value)).toBe(hashOf(reordered(value)))));
  });

  it('is unchanged by JSON, as by the table', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void expect(hashOf(value)).toBe(hashOf(JSON.parse(JSON.stringify(value)))),
      ),
    );
  });

  it('takes what is undefined for absent', () => {
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
  });

  it.each([
    [{ a: ['x', 'y'] }, { a: ['y', 'x'] }],
    [{ a: '1' }, { a: 1 }],
    [{ a: { b: 1 } }, { a: 1, b: 1 }],
    [{ a: '' }, {}],
  ])('tells %j from %j', (one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });
});
