import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '#shared/case/reference.ts';

const references = fc.uuid().map(referenceOf);
const typable = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Whether eight characters could be a reference: Luhn modulo 24, computed here a second time over all of them. */
function checks(characters: string): boolean {
  const alphabet = '23456789CDFGHJKMNPQRTVWX';
  const values = [...characters].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return false;
  const digits = values.map((value, index) => (index % 2 === 0 ? value * 2 : value));
  const sum = digits.reduce((total, digit) => total + Math.floor(digit / 24) + (digit % 24), 0);
  return sum % 24 === 0;
}

describe('a reference', () => {
  it('is the same each time it is made from an id', () => {
    fc.assert(fc.property(fc.uuid(), (id) => void expect(referenceOf(id)).toBe(referenceOf(id))));
  });

  it('is eight characters in two halves, none of which looks like another', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        // 0 O, 1 I L, 2 Z, 5 S, 8 B: of each group at most the digit.
        expect(reference).not.toMatch(/[01OILZSB]/);
      }),
    );
  });

  it('ends with the character that checks the others', () => {
    fc.assert(fc.property(references, (reference) => void expect(checks(reference.replace('-', ''))).toBe(true)));
  });

  it('betrays every single wrong character, also characters that it never uses', () => {
    const mistakes = fc.sample(references, { numRuns: 50, seed: 1 }).flatMap((reference) => {
      const characters = [...reference.replace('-', '')];
      return characters.flatMap((right, index) =>
        typable
          .filter((character) => character !== right)
          .map((character) => characters.with(index, character).join('')),
      );
    });
    expect(mistakes.filter(checks)).toEqual([]);
  });

  it('betrays nearly every swap of neighbours', () => {
    const swaps = fc
      .sample(fc.tuple(references, fc.nat(6)), { numRuns: 2000, seed: 1 })
      .flatMap(([reference, index]) => {
        const characters = [...reference.replace('-', '')];
        const swapped = [
          ...characters.slice(0, index),
          characters[index + 1],
          characters[index],
          ...characters.slice(index + 2),
        ].join('');
        return swapped === characters.join('') ? [] : [swapped];
      });
    const missed = swaps.filter(checks);
    expect(missed.length / swaps.length).toBeLessThan(0.01);
  });
});
