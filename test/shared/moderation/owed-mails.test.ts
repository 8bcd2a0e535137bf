import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import type { Decision } from '#shared/case/decision.ts';
import { type Status, statuses } from '#shared/case/status.ts';
import { owedMails } from '#shared/moderation/owed-mails.ts';
import { aCase, aPublication, noon } from '#test/support/cases.ts';

const keys = (current: Case) => owedMails(current).map(({ key }) => key);
const atStep = (status: Status, step: number, changes: Partial<Case> = {}, asked: { reminds?: boolean } = {}) => {
  const current = aCase(status);
  const question = current.question && { ...current.question, step, reminds: step > 0, ...asked };
  return { ...current, ...changes, question };
};
const taken = (decision: Decision['decision'], round = 1): Decision => ({
  decision,
  by: 'bo',
  institution: 'nordic_welfare_centre',
  round,
  at: noon.toISOString(),
});

describe('the mails that a case owes', () => {
  it.each<[string, Case, string[]]>([
    ['received', aCase('received'), []],
    ['held', aCase('spam'), []],
    ['asked to confirm', atStep('awaiting-confirmation', 0), ['confirm/1']],
    ['reminded once', atStep('awaiting-confirmation', 1), ['confirm/1', 'confirm/1/1']],
    ['reminded twice', atStep('awaiting-confirmation', 2), ['confirm/1', 'confirm/1/2']],
    ['in review', atStep('in-review', 0), ['review/1/anna', 'review/1/bo']],
    [
      'moderators reminded',
      atStep('in-review', 1),
      ['review/1/anna', 'review/1/bo', 'review/1/anna/1', 'review/1/bo/1'],
    ],
    [
      'deputy asked',
      atStep('in-review', 2, { reviewers: ['anna', 'bo', 'cia'] }, { reminds: false }),
      ['review/1/anna', 'review/1/bo', 'review/1/cia'],
    ],
    [
      'lead asked',
      atStep('in-review', 3, { reviewers: ['dan', 'anna'] }, { reminds: false }),
      ['review/1/dan', 'review/1/anna', 'delay/1'],
    ],
    [
      'reminded because nobody else is left to ask',
      atStep('in-review', 3),
      ['review/1/anna', 'review/1/bo', 'review/1/anna/3', 'review/1/bo/3', 'delay/1'],
    ],
    [
      'changes requested',
      atStep('changes-requested', 0, { decision: taken('request-changes') }),
      ['revise/1', 'acknowledgement/1'],
    ],
    ['approved', aCase('approved', { decision: taken('approve') }), ['acknowledgement/1']],
    [
      'published',
      aCase('published', {
        decision: taken('approve', 2),
        publication: { ...aPublication(), version: 3 },
      }),
      ['acknowledgement/2', 'published/3'],
    ],
    ['rejected', aCase('rejected', { decision: taken('reject') }), ['acknowledgement/1', 'rejected']],
    ['lapsed', aCase('lapsed'), ['lapsed']],
    ['withdrawn', aCase('withdrawn'), []],
  ])('%s', (_when, current, expected) => {
    expect(keys(current)).toEqual(expected);
  });

  it('have a key each, in every status and at every step', () => {
    for (const status of statuses) {
      for (const step of [0, 1, 2, 3]) {
        const all = keys(atStep(status, step, { decision: taken('approve'), reviewers: ['anna', 'bo', 'cia'] }));
        expect(new Set(all).size).toBe(all.length);
      }
    }
  });

  it('are asked anew in the next round', () => {
    const current = atStep('in-review', 0);
    expect(keys({ ...current, round: { ...current.round, number: 2 } })).toEqual(['review/2/anna', 'review/2/bo']);
  });

  it('go to a moderator by id, or else to the submitter', () => {
    const all = owedMails(atStep('in-review', 3, { decision: taken('approve') }, { reminds: false }));
    expect(all.map(({ kind, moderator }) => [kind, moderator])).toEqual([
      ['review', 'anna'],
      ['review', 'bo'],
      ['delay', undefined],
      ['acknowledgement', 'bo'],
    ]);
  });
});
