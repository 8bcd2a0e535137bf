import type { Content } from '#shared/forms/form.ts';
import { sealOf } from './audit.ts';
import { act, type Case, type Changes, record } from './case.ts';
import { changesBetween } from './content-changes.ts';
import { freshDriver, lookSoon } from './driver.ts';
import { isOverdue, newQuestion } from './question.ts';
import type { Verdict } from './screening.ts';

/**
 * What people answer. The answer is itself the change of status; waking the driver comes second and may fail, so each
 * answer notes whom to wake and when to look whether that happened.
 */

/** What every answer changes. The question is answered: its driver is to be woken, or a new one started where the last has ended. */
export function answered(current: Case, now: Date): Changes {
  const done = { question: undefined, parked: undefined };
  if (current.driver === undefined || current.driver.phase === 'ended')
    return { ...done, ...freshDriver(current.driver, now) };
  return { ...done, wake: current.question?.token ?? current.wake, ...lookSoon(now) };
}

type Confirmed = { kind: 'confirmed'; next: Case } | { kind: 'confirmed-before' } | { kind: 'too-late' };

/** The submitter's address is right. Repeating it changes nothing. */
export function confirm(current: Case, now: Date): Confirmed {
  if (current.status === 'lapsed') return { kind: 'too-late' };
  if (current.question?.kind === 'confirm' && isOverdue(current.question, now)) return { kind: 'too-late' };
  const next = act(current, 'confirm', now, 'confirmed', { ...answered(current, now), confirmedAt: now.toISOString() });
  return next === undefined ? { kind: 'confirmed-before' } : { kind: 'confirmed', next };
}

/** What a submitter answers to requested changes, or makes of what is published. `round` is the present one. */
export interface Revision {
  readonly round: number;
  /** What is changed, if it is not the content of that round: what is published, after changes that came to nothing. */
  readonly basis?: Content | undefined;
  readonly content: Content;
  readonly contentHash: string;
  /** What screening says of it. */
  readonly verdict: Verdict;
}

type Revised =
  | { kind: 'revised'; next: Case }
  | { kind: 'revised-before' }
  | { kind: 'round-over' }
  | { kind: 'too-late' };

/** The submitter's answer to requested changes, or changes to what is published: the next round, for the same moderators. */
export function revise(current: Case, revision: Revision, now: Date): Revised {
  if (current.round.number === revision.round + 1 && current.round.contentHash === revision.contentHash) {
    return { kind: 'revised-before' };
  }
  if (current.round.number !== revision.round) return { kind: 'round-over' };
  if (isTooLateToRevise(current, now)) return { kind: 'too-late' };
  const { content, contentHash, verdict } = revision;
  const { number, count = number } = current.round;
  const isTakenUpAgain = current.status === 'published';
  const round = {
    number: number + 1,
    content,
    contentHash,
    postedAt: now.toISOString(),
    changed: changesBetween(revision.basis ?? current.round.content, content).map(({ pointer }) => pointer),
    basis: isTakenUpAgain ? (current.publication?.round ?? number) : number,
    count: isTakenUpAgain ? 1 : count + 1,
  };
  const changes = { ...answered(current, now), round, verdict };
  const next = act(current, 'revise', now, 'revised', changes, sealOf(current.salt, contentHash));
  return next === undefined ? { kind: 'round-over' } : { kind: 'revised', next };
}

/** Whether changes were waited for in vain: the case is closed, or about to be. */
export function isTooLateToRevise({ status, question }: Pick<Case, 'status' | 'question'>, now: Date): boolean {
  return status === 'lapsed' || (question?.kind === 'revise' && isOverdue(question, now));
}

/** `decided`: the votes are clear, and it becomes final by itself. `not-possible`: the status of the case does not allow it. */
export type Attended =
  | { kind: 'attended'; next: Case }
  | { kind: 'nothing-to-do' }
  | { kind: 'decided'; settlesAt: string }
  | { kind: 'not-possible' };

/** An operator, whose name is `by`, lets go what was held, unless it is about to be erased. */
export function release(current: Case, now: Date, by?: string): Attended {
  if (current.eraseAt !== undefined) return { kind: 'not-possible' };
  const changes = { ...freshDriver(current.driver, now), held: undefined, released: true };
  const next = act(current, 'release', now, 'released', changes, { by });
  return next === undefined ? { kind: 'nothing-to-do' } : { kind: 'attended', next };
}

/**
 * An operator sends a parked case on its way again. A question whose time is over is asked anew, or it would end at once.
 * Addresses that took no mail are tried again.
 */
export function resume(current: Case, now: Date, by?: string): Attended {
  if (current.parked === undefined) return { kind: 'nothing-to-do' };
  const isOver = current.question !== undefined && isOverdue(current.question, now);
  const changes = {
    parked: undefined,
    refused: [],
    ...freshDriver(current.driver, now),
    ...(isOver && askedOnceMore(current, now)),
  };
  return { kind: 'attended', next: record(current, now, 'resumed', changes, { by }) };
}

/** The question with another window and the votes that were given; without any it goes to whoever moderates then. */
function askedOnceMore(current: Case, now: Date): Changes {
  const { question, asking } = current;
  const hasVotes = question !== undefined && (question.votes.length > 0 || question.disagreed !== undefined);
  if (!hasVotes) return askedAnew(current);
  const { approvals, votes, takenBack, disagreed } = question;
  const anew = { ...newQuestion(question.kind, '', now), approvals, votes, takenBack, disagreed };
  return { question: anew, asking: asking + 1 };
}

/**
 * An operator has a review begin anew with whoever moderates now, parked or not, unless it is decided and waits only to
 * become final. The driver before is superseded, and addresses that took no mail are tried again.
 */
export function askAgain(current: Case, now: Date, by?: string): Attended {
  if (current.status !== 'in-review') return { kind: 'nothing-to-do' };
  const { settlesAt } = current.question ?? {};
  if (settlesAt !== undefined) return { kind: 'decided', settlesAt };
  // They are about to be asked: the operator saw no answer, and tries again.
  if (current.question === undefined && current.parked === undefined) return { kind: 'nothing-to-do' };
  const changes = { parked: undefined, refused: [], ...freshDriver(current.driver, now), ...askedAnew(current) };
  return { kind: 'attended', next: record(current, now, 'resumed', changes, { by }) };
}

/** A review goes to whoever moderates then; a revision still goes to those who asked for it. */
function askedAnew({ status, reviewers, asking }: Case): Changes {
  return { question: undefined, reviewers: status === 'in-review' ? [] : reviewers, asking: asking + 1 };
}
