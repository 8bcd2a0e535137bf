import { type Case, record } from './case.ts';
import { freshDriver, lookSoon, parked } from './driver.ts';
import { changedPublication, currencyDueAt, isAskedInVain } from './publication.ts';
import { dueSteps, isOverdue, type StepKind, stepsOf } from './question.ts';
import { notYetVoted } from './votes.ts';

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
  // What has been decided waits only to become final.
  if (question.settlesAt !== undefined) return { kind: 'not-due' };
  const steps = dueSteps(question, now);
  if (steps.length === 0) return { kind: 'not-due' };
  const isNew = (moderator: string) => !current.reviewers.includes(moderator);
  const taken = steps.findLast((step) => alsoAsk(step).some(isNew)) ?? 'remind';
  const reviewers = [...new Set([...current.reviewers, ...steps.flatMap(alsoAsk)])];
  const asked = { ...question, step: question.step + steps.length, reminds: taken === 'remind' };
  const changes = { question: asked, reviewers, ...lookSoon(now) };
  return { kind: 'due', next: record(current, now, happened[taken], changes) };
}

type Asked = { kind: 'asked'; next: Case } | { kind: 'parked'; next: Case } | { kind: 'nothing-to-do' };

/**
 * Nobody who was asked for a review can be mailed: asks at once those whom a later step would bring in, so that the times of
 * the steps stay. Where there is nobody left, an operator must act.
 */
export function askOthers(
  current: Case,
  isReachable: (moderator: string) => boolean,
  alsoAsk: (step: StepKind) => readonly string[],
  now: Date,
): Asked {
  const { question, reviewers } = current;
  if (question?.kind !== 'review' || question.settlesAt !== undefined || current.parked !== undefined)
    return { kind: 'nothing-to-do' };
  const waitedFor = notYetVoted(current);
  if (waitedFor.length === 0 || waitedFor.some(isReachable)) return { kind: 'nothing-to-do' };
  for (const { kind } of stepsOf('review')) {
    const others = alsoAsk(kind).filter((moderator) => !reviewers.includes(moderator));
    if (others.length === 0) continue;
    const changes = { question: { ...question, reminds: false }, reviewers: [...reviewers, ...others] };
    return { kind: 'asked', next: record(current, now, happened[kind], changes) };
  }
  return { kind: 'parked', next: parked(current, 'moderators-unreachable', now) };
}

/**
 * Once a year the submitter is asked whether what is published is still right. Nothing is ever removed for want of an answer:
 * after the second mail in vain readers are told.
 */
export function askIfCurrent(current: Case, now: Date): Reminded {
  const { publication } = current;
  const dueAt = currencyDueAt(current);
  if (publication === undefined || dueAt === undefined || dueAt > now.toISOString()) return { kind: 'not-due' };
  const at = now.toISOString();
  if (isAskedInVain(publication)) {
    const marked = changedPublication(publication, { asked: 0, unconfirmedSince: at });
    const changes = { ...freshDriver(current.driver, now), publication: marked };
    return { kind: 'due', next: record(current, now, 'marked-unconfirmed', changes) };
  }
  const asked = { ...publication, asked: publication.asked + 1, askedAt: at };
  return { kind: 'due', next: record(current, now, 'asked-current', { publication: asked, ...lookSoon(now) }) };
}
