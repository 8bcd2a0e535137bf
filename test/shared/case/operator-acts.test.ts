import { describe, expect, it } from 'vitest';
import { askAgain } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { eraseDueAt } from '#shared/case/erasure.ts';
import { drop, eraseFor, operatorActs, resendFor, withdrawFor } from '#shared/case/operator-acts.ts';
import { newQuestion } from '#shared/case/question.ts';
import { statuses } from '#shared/case/status.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const soon = later(noon, { hours: 2 });

function nextOf(ended: ReturnType<typeof drop>): Case {
  if (ended.kind !== 'attended') throw new Error(`It ended as ${ended.kind}`);
  return ended.next;
}

describe('what an operator does', () => {
  it('stands under their name in the history', () => {
    const held = ['release', 'drop'] as const;
    const reviewed = ['ask-again', 'resend', 'withdraw', 'erase', 'hold'] as const;
    const done = [
      ...held.map((act) => operatorActs[act](aCase('spam'), soon, 'kim')),
      ...reviewed.map((act) => operatorActs[act](aCase('in-review'), soon, 'kim')),
    ];
    for (const ended of done) for (const fact of nextOf(ended).facts) expect(fact).toMatchObject({ by: 'kim' });
  });
});

describe('dropping', () => {
  it('erases what is held at once and once', () => {
    const next = nextOf(drop(aCase('spam'), soon));
    expect(eraseDueAt(next)).toBe(soon.toISOString());
    expect(drop(next, later(soon, { minutes: 1 })).kind).toBe('nothing-to-do');
  });

  it('does not wait for the minutes of an erasure that was asked for', () => {
    const asked = nextOf(eraseFor(aCase('spam'), soon));
    expect(eraseDueAt(nextOf(drop(asked, soon)))).toBe(soon.toISOString());
  });

  it('is for what is held only', () => {
    const others = statuses.filter((status) => status !== 'spam');
    for (const status of others) expect(drop(aCase(status), soon).kind).toBe('not-possible');
  });
});

describe('mailing the links anew', () => {
  it('tries an address again that took no mail', () => {
    const current = aCase('in-review');
    const refused = [hashOf(current.submitter.email)];
    expect(nextOf(resendFor({ ...current, refused }, soon)).refused).toEqual([]);
  });

  it('is not possible where there is nothing to mail', () => {
    expect(resendFor(aCase('received'), soon).kind).toBe('not-possible');
  });
});

describe('withdrawing for somebody', () => {
  it('is done once, and not to what has ended', () => {
    const next = nextOf(withdrawFor(aCase('in-review'), soon));
    expect(next.status).toBe('withdrawn');
    expect(withdrawFor(next, soon).kind).toBe('nothing-to-do');
    expect(withdrawFor(aCase('rejected'), soon).kind).toBe('not-possible');
  });
});

describe('asking again', () => {
  it('is refused while a clear vote waits to become final, and says until when', () => {
    const settlesAt = later(noon, { hours: 3 }).toISOString();
    const question = { ...newQuestion('review', 't', noon), settlesAt };
    expect(askAgain(aCase('in-review', { question }), soon)).toEqual({ kind: 'decided', settlesAt });
  });
});
