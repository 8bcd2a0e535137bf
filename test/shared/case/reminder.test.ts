import { describe, expect, it } from 'vitest';
import { type StepKind, stepsOf, whenDue, windowOf } from '#shared/case/question.ts';
import { askOthers, takeDueSteps } from '#shared/case/reminder.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const alsoAsk = (step: StepKind) => (step === 'ask-deputy' ? ['deputy'] : step === 'ask-lead' ? ['lead', 'anna'] : []);
/** At so many milliseconds after noon, when everything was asked. */
const take = (current: ReturnType<typeof aCase>, ms: number) => takeDueSteps(current, alsoAsk, later(noon, { ms }));

describe('a due reminder', () => {
  it('is taken once, told in the audit, and soon looked after', () => {
    let current = aCase('awaiting-confirmation');
    for (const [step, { after }] of stepsOf('confirm').entries()) {
      const taken = take(current, after);
      if (taken.kind !== 'due') throw new Error(taken.kind);
      expect(taken.next.question?.step).toBe(step + 1);
      expect(taken.next.facts).toMatchObject([{ what: 'reminded' }]);
      expect(taken.next.checkAt).toBe(later(noon, { ms: after, minutes: 1 }).toISOString());
      expect(take(taken.next, after).kind).toBe('not-due');
      current = taken.next;
    }
  });

  it.each([
    ['remind', 'reminded', ['anna', 'bo']],
    ['ask-deputy', 'asked-deputy', ['anna', 'bo', 'deputy']],
    ['ask-lead', 'asked-lead', ['anna', 'bo', 'deputy', 'lead']],
  ] as const)('of a review to %s is %s, and brings in whom it asks, nobody twice', (step, what, reviewers) => {
    const taken = take(aCase('in-review'), whenDue('review', step));
    if (taken.kind !== 'due') throw new Error(taken.kind);
    expect(taken.next.facts).toMatchObject([{ what }]);
    expect(taken.next.reviewers).toEqual(reviewers);
  });

  it('is taken together with others after a standstill, and told by the last that asked somebody', () => {
    const taken = take(aCase('in-review', { reviewers: ['lead', 'anna'] }), windowOf('review') - 1);
    if (taken.kind !== 'due') throw new Error(taken.kind);
    expect(taken.next.question).toMatchObject({ step: stepsOf('review').length, reminds: false });
    expect(taken.next.facts).toMatchObject([{ what: 'asked-deputy' }]);
  });

  it('reminds where it brings in nobody who was not asked before', () => {
    const all = ['anna', 'bo', 'deputy', 'lead'];
    const taken = take(aCase('in-review', { reviewers: all }), whenDue('review', 'ask-lead'));
    if (taken.kind !== 'due') throw new Error(taken.kind);
    expect(taken.next).toMatchObject({ reviewers: all, question: { step: stepsOf('review').length, reminds: true } });
    expect(taken.next.facts).toMatchObject([{ what: 'reminded' }]);
  });
});

describe('no reminder is due', () => {
  const parked = { at: noon.toISOString(), why: 'workflow-failed' } as const;

  it.each([
    ['before its time', aCase('awaiting-confirmation'), whenDue('confirm', 'remind') - 1],
    ['when the time to answer is over', aCase('awaiting-confirmation'), windowOf('confirm')],
    ['when nothing is asked', aCase('approved'), whenDue('review', 'ask-lead')],
    ['when the case is parked', aCase('in-review', { parked }), whenDue('review', 'ask-lead')],
  ])('%s', (_when, current, ms) => {
    expect(take(current, ms).kind).toBe('not-due');
  });
});

describe('a review that can be mailed to nobody who was asked', () => {
  const nobody = () => false;
  const asked = aCase('in-review');
  const reminded = { ...asked, question: asked.question && { ...asked.question, step: 1, reminds: true } };
  const others = (current: typeof asked, isReachable: (moderator: string) => boolean = nobody) =>
    askOthers(current, isReachable, alsoAsk, later(noon, { days: 3 }));

  it('is put to the deputy and then to the lead institution at once, while reminders keep their times', () => {
    const first = others(reminded);
    if (first.kind !== 'asked') throw new Error(first.kind);
    expect(first.next).toMatchObject({ reviewers: ['anna', 'bo', 'deputy'], facts: [{ what: 'asked-deputy' }] });
    // Whoever is asked only now is not reminded too.
    expect(first.next.question).toEqual({ ...reminded.question, reminds: false });
    const second = others(first.next);
    if (second.kind !== 'asked') throw new Error(second.kind);
    expect(second.next).toMatchObject({ reviewers: ['anna', 'bo', 'deputy', 'lead'], facts: [{ what: 'asked-lead' }] });
    expect(others(second.next)).toMatchObject({ kind: 'parked', next: { parked: { why: 'moderators-unreachable' } } });
  });

  it.each([
    ['somebody can be mailed', asked, (moderator: string) => moderator === 'bo'],
    ['it is decided', aCase('approved'), nobody],
    ['it is parked', aCase('in-review', { parked: { at: noon.toISOString(), why: 'workflow-failed' } }), nobody],
    ['the submitter is asked', aCase('awaiting-confirmation'), nobody],
  ] as const)('is not what happens when %s', (_when, current, isReachable) => {
    expect(others(current, isReachable).kind).toBe('nothing-to-do');
  });
});
