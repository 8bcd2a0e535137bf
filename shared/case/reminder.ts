import { type Case, record } from './case.ts';
import { lookSoon } from './driver.ts';
import { dueSteps, isOverdue, type StepKind } from './question.ts';

type Reminded = { kind: 'due'; next: Case } | { kind: 'not-due' };

const happened = { remind: 'reminded', 'ask-deputy': 'asked-deputy', 'ask-lead': 'asked-lead' } as const;

/**
 * Takes the steps that are due on a question still unanswered; after a standstill there can be several. `alsoAsk` names the
 * moderators whom a step brings in. Where it brings in nobody who was not asked before (the lead institution moderates
 * itself), those who were are reminded. The reconciler looks soon whether the mails have left.
 */
export function takeDueSteps(current: Case, alsoAsk: (step: StepKind) => readonly string[], now: Date): Reminded {
  const { question } = current;
  if (question === undefined || current.parked !== undefined || isOverdue(question, now)) return { kind: 'not-due' };
  const steps = dueSteps(question, now);
  if (steps.length === 0) return { kind: 'not-due' };
  const isNew = (moderator: string) => !current.reviewers.includes(moderator);
  const taken = steps.findLast((step) => alsoAsk(step).some(isNew)) ?? 'remind';
  const reviewers = [...new Set([...current.reviewers, ...steps.flatMap(alsoAsk)])];
  const asked = { ...question, step: question.step + steps.length, reminds: taken === 'remind' };
  const changes = { question: asked, reviewers, ...lookSoon(now) };
  return { kind: 'due', next: record(current, now, happened[taken], changes) };
}
