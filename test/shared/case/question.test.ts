import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/case/case.ts';
import {
  dueSteps,
  isOverdue,
  newQuestion,
  nextStepAt,
  questionOf,
  secondsToAnswer,
  stepsOf,
  takenSteps,
  whenDue,
  windowOf,
} from '#shared/case/question.ts';
import { statuses } from '#shared/case/status.ts';
import { later, noon } from '#test/support/cases.ts';
import { hour } from '#test/support/time.ts';

const asks = {
  received: 'confirm',
  'awaiting-confirmation': 'confirm',
  'in-review': 'review',
  'changes-requested': 'revise',
};

describe('the question of a status', () => {
  it.each(statuses)('of %s is the one written down here, or none', (status) => {
    expect(questionOf({ status })).toBe(new Map(Object.entries(asks)).get(status));
  });
});

const kinds = ['confirm', 'review', 'revise'] as const;

describe('a question', () => {
  it.each(kinds)('to %s waits for its window', (kind) => {
    const question = newQuestion(kind, 'token', noon);
    expect(question.answerBy).toBe(later(noon, { ms: windowOf(kind) }).toISOString());
    expect(secondsToAnswer(kind, undefined, noon)).toBe(windowOf(kind) / 1000);
    expect(secondsToAnswer(kind, question, later(noon, { hours: 1 }))).toBe((windowOf(kind) - hour) / 1000);
  });

  it('may be answered until the last moment and not at it', () => {
    const question = newQuestion('confirm', 'token', noon);
    expect(isOverdue(question, later(noon, { ms: windowOf('confirm'), seconds: -1 }))).toBe(false);
    expect(isOverdue(question, later(noon, { ms: windowOf('confirm') }))).toBe(true);
  });

  it('never waits less than one second, as Step Functions demands', () => {
    const question = newQuestion('review', 'token', noon);
    expect(secondsToAnswer('review', question, later(noon, { ms: windowOf('review'), days: 1 }))).toBe(1);
  });

  it('leaves the question of another status out of account', () => {
    const confirm = newQuestion('confirm', 'token', noon);
    expect(secondsToAnswer('review', confirm, later(noon, { hours: 1 }))).toBe(windowOf('review') / 1000);
  });
});

describe('the steps of an unanswered question', () => {
  it.each(kinds)('to %s come one after the other, before its window ends', (kind) => {
    const times = [0, ...stepsOf(kind).map(({ after }) => after), windowOf(kind)];
    expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
  });

  it('ask the deputy of a review, then the lead institution; submitters are only reminded', () => {
    const asking = (kind: Question['kind']) => stepsOf(kind).filter((step) => step.kind !== 'remind');
    expect(asking('review').map((step) => step.kind)).toEqual(['ask-deputy', 'ask-lead']);
    expect(asking('confirm')).toEqual([]);
    expect(asking('revise')).toEqual([]);
  });

  it.each(kinds)('to %s are due at their times', (kind) => {
    const plan = stepsOf(kind);
    for (const [step, { after, kind: what }] of plan.entries()) {
      const question = { ...newQuestion(kind, 'token', noon), step };
      expect(nextStepAt(question)).toBe(later(noon, { ms: after }).toISOString());
      expect(dueSteps(question, later(noon, { ms: after, seconds: -1 }))).toEqual([]);
      expect(dueSteps(question, later(noon, { ms: after }))).toEqual([what]);
      expect(takenSteps(question)).toHaveLength(step);
    }
    const done = { ...newQuestion(kind, 'token', noon), step: plan.length };
    expect(nextStepAt(done)).toBeUndefined();
    expect(dueSteps(done, later(noon, { ms: windowOf(kind), days: 1 }))).toEqual([]);
    expect(takenSteps(done)).toEqual(plan.map((step) => step.kind));
  });

  it('are all due at once after a standstill', () => {
    const question = newQuestion('review', 'token', noon);
    const all = stepsOf('review').map((step) => step.kind);
    expect(dueSteps(question, later(noon, { ms: windowOf('review') }))).toEqual(all);
  });

  it('have a time by name: the first of that kind, or none', () => {
    expect(whenDue('confirm', 'remind')).toBe(stepsOf('confirm')[0]?.after);
    expect(() => whenDue('confirm', 'ask-lead')).toThrow('no step ask-lead');
  });
});
