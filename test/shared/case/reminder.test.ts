import { describe, expect, it } from 'vitest';
import type { StepKind } from '#shared/case/question.ts';
import { takeDueSteps } from '#shared/case/reminder.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const alsoAsk = (step: StepKind) => (step === 'ask-deputy' ? ['deputy'] : step === 'ask-lead' ? ['lead', 'anna'] : []);
const take = (current: ReturnType<typeof aCase>, days: number) => takeDueSteps(current, alsoAsk, later(noon, { days }));

describe('a due reminder', () => {
  it('is taken once, told in the audit, and soon looked after', () => {
    const first = take(aCase('awaiting-confirmation'), 1);
    if (first.kind !== 'due') throw new Error(first.kind);
    expect(first.next.question?.step).toBe(1);
    expect(first.next.facts).toMatchObject([{ what: 'reminded' }]);
    expect(first.next.checkAt).toBe(later(noon, { days: 1, minutes: 1 }).toISOString());
    expect(take(first.next, 1).kind).toBe('not-due');
    expect(take(first.next, 3).kind).toBe('due');
  });

  it.each([
    [3, 'reminded', ['anna', 'bo']],
    [7, 'asked-deputy', ['anna', 'bo', 'deputy']],
    [14, 'asked-lead', ['anna', 'bo', 'deputy', 'lead']],
  ] as const)('of a review after %i days is %s, and brings in whom it asks, nobody twice', (days, what, reviewers) => {
    const taken = take(aCase('in-review'), days);
    if (taken.kind !== 'due') throw new Error(taken.kind);
    expect(taken.next.facts).toMatchObject([{ what }]);
    expect(taken.next.reviewers).toEqual(reviewers);
  });

  it('is taken together with others after a standstill, and told by the last that asked somebody', () => {
    const taken = take(aCase('in-review', { reviewers: ['lead', 'anna'] }), 15);
    if (taken.kind !== 'due') throw new Error(taken.kind);
    expect(taken.next.question).toMatchObject({ step: 3, reminds: false });
    expect(taken.next.facts).toMatchObject([{ what: 'asked-deputy' }]);
  });

  it('reminds where it brings in nobody who was not asked before', () => {
    const all = ['anna', 'bo', 'deputy', 'lead'];
    const taken = take(aCase('in-review', { reviewers: all }), 14);
    if (taken.kind !== 'due') throw new Error(taken.kind);
    expect(taken.next).toMatchObject({ reviewers: all, question: { step: 3, reminds: true } });
    expect(taken.next.facts).toMatchObject([{ what: 'reminded' }]);
  });
});

describe('no reminder is due', () => {
  it.each([
    ['before its time', aCase('awaiting-confirmation'), 0.9],
    ['when the time to answer is over', aCase('awaiting-confirmation'), 7],
    ['when nothing is asked', aCase('approved'), 9],
    ['when the case is parked', aCase('in-review', { parked: { at: noon.toISOString(), why: 'workflow-failed' } }), 9],
  ])('%s', (_when, current, days) => {
    expect(take(current, days).kind).toBe('not-due');
  });
});
