import { describe, expect, it } from 'vitest';
import { type Fact, nextFact } from '#shared/case/audit.ts';
import { firstBroken } from '#shared/case/audit-check.ts';
import { noon } from '#test/support/cases.ts';

const at = noon.toISOString();
const received = nextFact(undefined, { at, what: 'received', round: 1, seal: 'of round 1' });
const released = nextFact(received, { at, what: 'released', round: 1, by: 'kim' });
const lapsed = nextFact(released, { at, what: 'lapsed', round: 1 });
const facts = [received, released, lapsed];
const seals = new Map([[1, 'of round 1']]);

describe('the history of a case', () => {
  it('is whole as it was written, also when it was erased and no text is left', () => {
    expect(firstBroken(facts, seals)).toBeUndefined();
    expect(firstBroken(facts, new Map())).toBeUndefined();
  });

  const broken: [what: string, facts: Fact[], said: object][] = [
    ['who did it was altered', [received, { ...released, by: 'pat' }, lapsed], { number: 2, why: 'altered' }],
    [
      'one was put in place of another',
      [received, nextFact(received, { at, what: 'held', round: 1 }), lapsed],
      { number: 3, why: 'altered' },
    ],
    ['one is missing', [received, lapsed], { number: 2, why: 'missing' }],
    ['the first is missing', [released, lapsed], { number: 1, why: 'missing' }],
  ];
  it.each(broken)('shows that %s', (_, changed, said) => {
    expect(firstBroken(changed, seals)).toEqual(said);
  });

  it('shows that a text is another now, or gone', () => {
    for (const seal of ['of something else', undefined])
      expect(firstBroken(facts, new Map([[1, seal]]))).toEqual({ number: 1, why: 'other-text' });
  });
});
