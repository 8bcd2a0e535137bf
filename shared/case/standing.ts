import * as z from 'zod/mini';
import type { Case, Question } from './case.ts';
import { isOutdated } from './publication.ts';
import { questionOf, secondsToAnswer } from './question.ts';

/** What the driver does next: the choice that each of its tasks leads to. */
export const Standing = z.object({
  next: z.enum(['ask-submitter', 'ask-moderators', 'ask-for-changes', 'publish', 'tell-outcome', 'rest']),
  /** How long the next question may wait, in seconds; 0 when nothing is asked. */
  waitSeconds: z.int(),
});
export type Standing = z.infer<typeof Standing>;

/** Nothing to do for this driver. */
export const rest: Standing = { next: 'rest', waitSeconds: 0 };

const asks = { confirm: 'ask-submitter', review: 'ask-moderators', revise: 'ask-for-changes' } as const;

/** Where the case stands, in the words of the workflow's choice. */
export function standingOf(current: Case, now: Date): Standing {
  const kind = openQuestionOf(current);
  return { next: nextOf(current), waitSeconds: kind === undefined ? 0 : secondsToAnswer(kind, current.question, now) };
}

function nextOf(current: Case): Standing['next'] {
  if (current.parked !== undefined) return 'rest';
  if (isOutdated(current)) return 'publish';
  const kind = openQuestionOf(current);
  if (kind !== undefined) return asks[kind];
  return isToBeTold(current) ? 'tell-outcome' : 'rest';
}

/** Which question waits for an answer; none while the case is parked, which rests until a person acts. */
export function openQuestionOf(current: Case): Question['kind'] | undefined {
  return current.parked === undefined ? questionOf(current) : undefined;
}

/** The statuses with which a case ends and of which people are told. */
const ends = ['published', 'rejected', 'lapsed', 'withdrawn'] as const satisfies readonly Case['status'][];

export function isEnd(status: Case['status']): status is (typeof ends)[number] {
  return ends.some((end) => end === status);
}

/** Whether the case has come to an end of which not everybody concerned has been told. */
export function isToBeTold({ status, told }: Case): boolean {
  return !told && isEnd(status);
}

/** Whether anything is left that an execution must do. */
export function needsDriver(current: Case): boolean {
  return nextOf(current) !== 'rest';
}
