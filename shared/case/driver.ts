import type { WhyHeld } from './audit.ts';
import type { Question } from './case.ts';
import { act, amend, type Case, type Changes, type Driver, record, type WhyParked } from './case.ts';
import { isPublic } from './publication.ts';
import { newQuestion, questionOf } from './question.ts';
import { isEnd, needsDriver } from './standing.ts';

/**
 * The driver's side of a case: what the tasks of the workflow may write. State lives in the table and an execution only
 * drives it, so an execution that is not the current driver is `superseded` and writes nothing.
 */

const minute = 60_000;
/** When a start or a wake-up is looked at again that no task has followed up. */
const startFollowUp = 1 * minute;
/** When a case is looked at again whose driver is between two waits. */
const taskFollowUp = 15 * minute;
/** The longest pause between two looks that have moved nothing. */
const longestPause = 60 * minute;
/** How long after the end of a wait its driver should have acted. */
const waitFollowUp = 60 * minute;
/** New drivers within one status and round, before the case is parked. */
const mostRestarts = 3;
/** How often a driver may come back to its first task without anything having moved, before the case is parked. */
const mostTurns = 5;

/** The name of a case's current driver, which is also the name of its execution. */
export function driverName(current: Pick<Case, 'id' | 'driver'>): string {
  return `${current.id}-${current.driver?.number ?? 0}`;
}

type Check = Pick<Changes, 'checkAt' | 'looks'>;

/** The reconciler looks at the case then, unless something moves it before; undefined: never. */
function lookAt(time: string | undefined): Check {
  return { checkAt: time, looks: undefined };
}

function lookAfter(pause: number, now: Date): Check {
  return lookAt(new Date(now.getTime() + pause).toISOString());
}

/** The reconciler looks soon whether what has just been recorded was followed up. */
export function lookSoon(now: Date): Check {
  return lookAfter(startFollowUp, now);
}

/** A driver that has yet to be started, and when that is looked at again. */
export function freshDriver(
  last: Driver | undefined,
  now: Date,
  restarts = 0,
): Pick<Changes, 'driver' | 'wake'> & Check {
  return {
    driver: { number: (last?.number ?? 0) + 1, phase: 'starting', restarts },
    wake: undefined,
    ...lookSoon(now),
  };
}

/** Whether this execution is the case's current driver. Every other one is superseded. */
export function isDrivenBy(current: Case, execution: string): boolean {
  const { driver } = current;
  return driver !== undefined && driver.phase !== 'ended' && driverName(current) === execution;
}

/** The driver is at work: whatever start or wake-up was recorded has been followed up. */
function atWork(current: Case, now: Date): Changes {
  const driver = current.driver && { ...current.driver, phase: 'running' as const };
  return { driver, wake: undefined, ...lookAfter(taskFollowUp, now) };
}

export type DriverOutcome = { kind: 'written'; next: Case } | { kind: 'superseded' } | { kind: 'moved-on' };

const written = (next: Case | undefined): DriverOutcome =>
  next === undefined ? { kind: 'moved-on' } : { kind: 'written', next };

/**
 * The first task of an execution, and the one to which it returns. One that returns again and again although nothing moves
 * is going round in a circle. Its end raises the alarm for the parked case (operations/reconcile.ts).
 */
export function takeUp(current: Case, execution: string, now: Date): DriverOutcome {
  if (!isDrivenBy(current, execution)) return { kind: 'superseded' };
  const turns = (current.driver?.turns ?? 0) + 1;
  if (turns > mostTurns && needsDriver(current)) return written(parked(current, 'workflow-failed', now));
  const { driver, ...changes } = atWork(current, now);
  return written(amend(current, { ...changes, driver: driver && { ...driver, turns } }));
}

/** Asks the question of the present status, or takes over the wait for one that has been asked. `moved-on`: it is answered. */
export function ask(
  current: Case,
  kind: Question['kind'],
  driver: { execution: string; token: string },
  now: Date,
  asked: { readonly reviewers: readonly string[]; readonly approvals: number } = { reviewers: [], approvals: 1 },
): DriverOutcome {
  if (!isDrivenBy(current, driver.execution)) return { kind: 'superseded' };
  if (questionOf(current) !== kind || current.parked !== undefined) return { kind: 'moved-on' };
  const first = { ...newQuestion(kind, '', now), approvals: asked.approvals };
  const question: Question = { ...(current.question ?? first), token: driver.token };
  // The mails are sent after this write, and somebody must see that they have left.
  const changes = { ...atWork(current, now), ...lookSoon(now), question };
  if (current.status === 'received') return written(act(current, 'ask-to-confirm', now, 'asked-to-confirm', changes));
  if (needsTieBreakers(current)) return written(askToBreakTie(current, changes, asked.reviewers, now));
  if (kind === 'revise' || current.question !== undefined) return written(amend(current, changes));
  if (kind === 'confirm') return written(record(current, now, 'asked-to-confirm', changes));
  // They could never approve, so nobody is to read in vain.
  if (asked.reviewers.length < asked.approvals) return written(parked(current, 'moderators-too-few', now));
  return written(record(current, now, 'asked-moderators', { ...changes, reviewers: [...asked.reviewers] }));
}

/** Whether the votes contradict each other and nobody has been asked yet to break the tie. */
export function needsTieBreakers({ question, reviewers }: Case): boolean {
  const { disagreed } = question ?? {};
  return disagreed !== undefined && reviewers.every((id) => disagreed.some(({ by }) => by === id));
}

function askToBreakTie(current: Case, changes: Changes, asked: readonly string[], now: Date): Case {
  if (asked.length === 0) return parked(current, 'moderators-disagree', now);
  return record(current, now, 'asked-lead', { ...changes, reviewers: [...current.reviewers, ...asked] });
}

/** The catalogue holds this edition of what readers are to see. What was approved is published then. */
export function noteShown(current: Case, execution: string, edition: number, now: Date): DriverOutcome {
  if (!isDrivenBy(current, execution)) return { kind: 'superseded' };
  const publication = current.publication && { ...current.publication, shown: edition };
  const changes = { ...atWork(current, now), publication };
  const published = publication?.edition === edition ? act(current, 'publish', now, 'published', changes) : undefined;
  return written(published ?? amend(current, changes));
}

/**
 * The case has ended, and its mails have left but those that are deferred until `checkAt`, which the reconciler sends. No
 * driver is needed any more, unless the case has been changed meanwhile: then the next.
 */
export function markTold(current: Case, execution: string, now: Date, checkAt?: string): DriverOutcome {
  if (!isDrivenBy(current, execution)) return { kind: 'superseded' };
  const told = isEnd(current.status) ? { ...current, told: true } : current;
  if (needsDriver(told)) return written(amend(told, freshDriver(current.driver, now)));
  const driver = current.driver && { ...current.driver, phase: 'ended' as const };
  return written(amend(told, { driver, wake: undefined, ...lookAt(checkAt) }));
}

/** The submitter did not answer in time; or, if the question never reached them, an operator must look. */
export function lapse(current: Case, execution: string, now: Date, wasAsked = true): DriverOutcome {
  if (!isDrivenBy(current, execution)) return { kind: 'superseded' };
  if (!wasAsked) return written(hold(current, 'flood', now));
  const changes = { ...atWork(current, now), question: undefined };
  if (isPublic(current)) return written(act(current, 'lapse-revision', now, 'revision-lapsed', changes));
  return written(act(current, 'lapse', now, 'lapsed', changes));
}

/** Nobody is asked anything until an operator has looked; undefined when somebody has confirmed it. Its driver has ended. */
export function hold(current: Case, why: WhyHeld, now: Date): Case | undefined {
  const driver = current.driver && { ...current.driver, phase: 'ended' as const };
  const held = { at: now.toISOString(), why };
  const ended = { driver, question: undefined, parked: undefined, wake: undefined, mailHeldUntil: undefined };
  return act(current, 'hold', now, 'held', { ...ended, held, ...lookAt(undefined) }, { reason: why });
}

/** Whether this execution left the case to a person, who has not acted yet. */
export function isParkedBy(current: Case, execution: string): boolean {
  return current.parked !== undefined && driverName(current) === execution;
}

/** Marks the case as waiting for a person. Silence parks only a review that is still unanswered. */
export function park(current: Case, execution: string, why: WhyParked, now: Date): DriverOutcome {
  // Once more, so that the alarm is raised although the answer to the first write was lost.
  if (isParkedBy(current, execution)) return written(current);
  if (!isDrivenBy(current, execution)) return { kind: 'superseded' };
  const answered = why === 'moderators-silent' && current.question?.kind !== 'review';
  if (answered || !needsDriver(current)) return { kind: 'moved-on' };
  return written(parked(current, why, now));
}

/** The case with the mark that an operator must act; its driver has ended. */
export function parked(current: Case, why: WhyParked, now: Date): Case {
  const driver = current.driver && { ...current.driver, phase: 'ended' as const };
  const mark = { at: now.toISOString(), why };
  return record(current, now, 'parked', { parked: mark, driver, wake: undefined, ...lookAt(undefined) });
}

/**
 * An execution has ended although its case still needs a driver: the next one, or the mark that an operator must look.
 * `counts` is false when the ending is nobody's fault (an operator or a restart stopped it).
 */
export function replaceDriver(current: Case, execution: string, counts: boolean, now: Date): DriverOutcome {
  if (!isDrivenBy(current, execution)) return { kind: 'superseded' };
  if (!needsDriver(current)) return { kind: 'moved-on' };
  const restarts = (current.driver?.restarts ?? 0) + (counts ? 1 : 0);
  if (restarts > mostRestarts) return written(parked(current, 'workflow-failed', now));
  return written(amend(current, freshDriver(current.driver, now, restarts)));
}

/** Whether the driver waits for an answer as it should: there is nothing to do but to see that the mails have left. */
export function isWaiting(current: Case, now: Date): boolean {
  const overdue = overdueAt(current);
  const isInTime = overdue !== undefined && now.toISOString() < overdue;
  return current.driver?.phase === 'running' && isInTime && current.wake === undefined;
}

/** When the driver should have acted on the end of its wait; undefined when it waits for nobody. ISO 8601. */
export function overdueAt({ question }: Case): string | undefined {
  return question && new Date(Date.parse(question.answerBy) + waitFollowUp).toISOString();
}

/**
 * The owed mails of a case have left, but those that are `deferred` until then: when it is looked at again. That is after
 * its wait, so that one which waits as it should never comes to the reconciler; never, if it needs nothing any more; and
 * otherwise when it was recorded before.
 */
export function restAfterMails(current: Case, deferred: string | undefined, now: Date): Case {
  if (isWaiting(current, now)) return amend(current, lookAt(deferred ?? overdueAt(current)));
  if (!needsDriver(current)) return amend(current, { wake: undefined, ...lookAt(deferred) });
  const { checkAt } = current;
  const isSooner = deferred !== undefined && (checkAt === undefined || deferred < checkAt);
  return isSooner ? amend(current, { checkAt: deferred }) : current;
}

/** One run of the reconciler takes a case that is due. While no look moves it, it is due again after 1, 2, 4, … minutes. */
export function claimCheck(current: Case, now: Date): { kind: 'claimed'; next: Case } | { kind: 'not-due' } {
  if (current.checkAt === undefined || current.checkAt > now.toISOString()) return { kind: 'not-due' };
  const before = current.looks ?? 0;
  const pause = Math.min(minute * 2 ** before, longestPause);
  return { kind: 'claimed', next: amend(current, { ...lookAfter(pause, now), looks: before + 1 }) };
}
