import { type Fact, nextFact } from '#shared/case/audit.ts';

/** Whether the facts, in order, are complete and unaltered: each hash is computed anew. */
export function isUnbroken(facts: readonly Fact[]): boolean {
  let last: Fact | undefined;
  return facts.every((fact) => {
    const { number: _number, hash, ...happened } = fact;
    const expected = nextFact(last, happened);
    last = fact;
    return expected.hash === hash;
  });
}
