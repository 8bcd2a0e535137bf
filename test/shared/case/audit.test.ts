import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, happenings, nextFact } from '#shared/case/audit.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';

const happened = fc.record(
  {
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    what: fc.constantFrom(...happenings),
    round: fc.integer({ min: 1, max: 5 }),
    by: fc.string({ minLength: 1 }),
  },
  { requiredKeys: ['at', 'what', 'round'] },
);

const chains = fc.array(happened, { minLength: 3, maxLength: 8 }).map((all) => {
  const facts: Fact[] = [];
  for (const one of all) facts.push(nextFact(facts.at(-1), one));
  return facts;
});

describe('the audit chain', () => {
  it('numbers facts from one and is unbroken as written', () => {
    fc.assert(
      fc.property(chains, (facts) => {
        expect(facts.map((fact) => fact.number)).toEqual(facts.map((_, index) => index + 1));
        expect(isUnbroken(facts)).toBe(true);
      }),
    );
  });

  it('shows a fact that was taken out, whichever but the last', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (facts, index) => {
        const taken = index % (facts.length - 1);
        expect(isUnbroken(facts.filter((_, at) => at !== taken))).toBe(false);
      }),
    );
  });

  it('shows a fact that was altered, whichever part of it', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom('at', 'what', 'round', 'by', 'hash'), (facts, index, part) => {
        const altered = facts.map((fact, at) => {
          if (at !== index % facts.length) return fact;
          return {
            ...fact,
            [part]: part === 'round' ? fact.round + 1 : part === 'what' ? otherThan(fact.what) : 'altered',
          };
        });
        expect(isUnbroken(altered)).toBe(false);
      }),
    );
  });

  it('shows facts in another order', () => {
    fc.assert(fc.property(chains, (facts) => void expect(isUnbroken([...facts].reverse())).toBe(false)));
  });
});

function otherThan(what: Fact['what']): Fact['what'] {
  return what === 'received' ? 'held' : 'received';
}
