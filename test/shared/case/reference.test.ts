import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReference, referenceOf } from '#shared/case/reference.ts';

const references = fc.uuid().map(referenceOf);
const typable = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('a reference', () => {
  it('is the same each time it is made from an id', () => {
    fc.assert(fc.property(fc.uuid(), (id) => void expect(referenceOf(id)).toBe(referenceOf(id))));
  });

  it('is eight signs in two halves, none of which looks like another', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        // 0 O, 1 I L, 2 Z, 5 S, 8 B: of each group at most the digit.
        expect(reference).not.toMatch(/[01OILZSB]/);
      }),
    );
  });

  it('is known again in small letters, with spaces, without its hyphen', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(isReference(reference)).toBe(true);
        expect(isReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(true);
      }),
    );
  });

  it('betrays every single wrong sign, also signs that it never uses', () => {
    const slips = fc.sample(references, { numRuns: 50, seed: 1 }).flatMap((reference) => {
      const signs = [...reference.replace('-', '')];
      return signs.flatMap((right, place) =>
        typable.filter((sign) => sign !== right).map((sign) => signs.with(place, sign).join('')),
      );
    });
    expect(slips.filter(isReference)).toEqual([]);
  });

  it('betrays nearly every swap of neighbours', () => {
    const swaps = fc
      .sample(fc.tuple(references, fc.nat(6)), { numRuns: 2000, seed: 1 })
      .flatMap(([reference, place]) => {
        const signs = [...reference.replace('-', '')];
        const swapped = [...signs.slice(0, place), signs[place + 1], signs[place], ...signs.slice(place + 2)].join('');
        return swapped === signs.join('') ? [] : [swapped];
      });
    const missed = swaps.filter(isReference);
    expect(missed.length / swaps.length).toBeLessThan(0.01);
  });

  it.each(['', '7KX4', '7KX4-9QTCX', 'ÅÄÖ-1234', '--------'])('is not %j', (typed) => {
    expect(isReference(typed)).toBe(false);
  });
});
