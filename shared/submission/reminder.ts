import { type Case, record } from './case.ts';
import { followUpAt } from './driver.ts';
import { dueSteps, isOverdue, type StepKind } from './question.ts';

export type Reminded = { kind: 'due'; next: Case } | { kind: 'not-due' };

const happened = { remind: 'reminded', 'ask-deputy': 'asked-deputy', 'ask-lead': 'asked-lead' } as const;

/**
 * Takes the steps that are due on a question still unanswered. `alsoAsk` names the moderators whom a step brings in.
 * The reconciler looks soon whether the mails of the step have left. After a standstill several steps are taken at once, and only the last of them is worth a reminder.
 */
export function takeDueSteps(current: Case, alsoAsk: (step: StepKind) => readonly string[], now: Date): Reminded {
  const { question } = current;
  if (question === undefined || current.parked !== undefined || isOverdue(question, now)) return { kind: 'not-due' };
  const steps = dueSteps(question, now);
  const last = steps.at(-1);
  if (last === undefined) return { kind: 'not-due' };
  const reviewers = [...new Set([...current.reviewers, ...steps.flatMap(alsoAsk)])];
  const asked = { ...question, step: question.step + steps.length };
  const changes = { question: asked, reviewers, checkAt: followUpAt(now) };
  return { kind: 'due', next: record(current, now, happened[last], changes) };
}
