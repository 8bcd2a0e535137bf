import { type Fact, nextFact } from './audit.ts';

/** A fact is not there, it or one before it says something else than it did, or the text it sealed is another now. */
export const whyBroken = ['missing', 'altered', 'other-text'] as const;

export interface Broken {
  /** Of the fact. */
  readonly number: number;
  readonly why: (typeof whyBroken)[number];
}

/**
 * Where the history of a case stops being what was written; undefined when all of it is. `seals`: what the text of each round
 * comes to now, undefined for one that is gone; empty after an erasure, when nobody can tell any more.
 */
export function firstBroken(
  facts: readonly Fact[],
  seals: ReadonlyMap<number, string | undefined>,
): Broken | undefined {
  let before: Fact | undefined;
  for (const fact of facts) {
    const { number: _, hash, ...happened } = fact;
    const expected = nextFact(before, happened);
    const { number } = expected;
    if (fact.number !== number) return { number, why: 'missing' };
    if (hash !== expected.hash) return { number, why: 'altered' };
    if (fact.seal !== undefined && seals.has(fact.round) && seals.get(fact.round) !== fact.seal)
      return { number, why: 'other-text' };
    before = fact;
  }
  return undefined;
}
