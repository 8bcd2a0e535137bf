import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/case/case.ts';
import {
  dueSteps,
  isOverdue,
  newQuestion,
  nextStepAt,
  questionOf,
  type StepKind,
  secondsToAnswer,
  takenSteps,
} from '#shared/case/question.ts';
import { statuses } from '#shared/case/status.ts';
import { later, noon } from '#test/support/cases.ts';

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

describe('a question', () => {
  it.each([
    ['confirm', 7],
    ['review', 28],
    ['revise', 30],
  ] as const)('to %s waits %i days', (kind, days) => {
    const question = newQuestion(kind, 'token', noon);
    expect(question.answerBy).toBe(later(noon, { days }).toISOString());
    expect(secondsToAnswer(kind, undefined, noon)).toBe(days * 86_400);
    expect(secondsToAnswer(kind, question, later(noon, { days: 2 }))).toBe((days - 2) * 86_400);
  });

  it('may be answered until the last moment and not at it', () => {
    const question = newQuestion('confirm', 'token', noon);
    expect(isOverdue(question, later(noon, { days: 7, seconds: -1 }))).toBe(false);
    expect(isOverdue(question, later(noon, { days: 7 }))).toBe(true);
  });

  it('never waits less than one second, as Step Functions demands', () => {
    const question = newQuestion('review', 'token', noon);
    expect(secondsToAnswer('review', question, later(noon, { days: 99 }))).toBe(1);
  });

  it('leaves the question of another status out of account', () => {
    const confirm = newQuestion('confirm', 'token', noon);
    expect(secondsToAnswer('review', confirm, noon)).toBe(28 * 86_400);
  });
});

describe('the steps of an unanswered question', () => {
  const plans: [Question['kind'], [days: number, what: StepKind][]][] = [
    [
      'confirm',
      [
        [1, 'remind'],
        [3, 'remind'],
      ],
    ],
    [
      'review',
      [
        [3, 'remind'],
        [7, 'ask-deputy'],
        [14, 'ask-lead'],
      ],
    ],
    [
      'revise',
      [
        [7, 'remind'],
        [21, 'remind'],
      ],
    ],
  ];

  it.each(plans)('to %s come at their days', (kind, plan) => {
    for (const [step, [days, what]] of plan.entries()) {
      const question = { ...newQuestion(kind, 'token', noon), step };
      expect(nextStepAt(question)).toBe(later(noon, { days }).toISOString());
      expect(dueSteps(question, later(noon, { days, seconds: -1 }))).toEqual([]);
      expect(dueSteps(question, later(noon, { days }))).toEqual([what]);
      expect(takenSteps(question)).toHaveLength(step);
    }
    const done = { ...newQuestion(kind, 'token', noon), step: plan.length };
    expect(nextStepAt(done)).toBeUndefined();
    expect(dueSteps(done, later(noon, { days: 400 }))).toEqual([]);
    expect(takenSteps(done)).toEqual(plan.map(([, what]) => what));
  });

  it('are all due at once after a standstill', () => {
    const question = newQuestion('review', 'token', noon);
    expect(dueSteps(question, later(noon, { days: 20 }))).toEqual(['remind', 'ask-deputy', 'ask-lead']);
  });
});
