import { answered } from './answers.ts';
import { act, type Case, type Question, record, together } from './case.ts';
import type { Outcome } from './case-store.ts';
import type { Decision, Vote } from './decision.ts';
import { isPublic, publicationOfApproved } from './publication.ts';
import { newQuestion } from './question.ts';
import { type Status, statusAfter } from './status.ts';

/**
 * What moderators answer is a vote on the open question. The write that settles the round is the decision and the change of
 * status. Between the two lies the time in which a vote can be taken back, and nothing leaves the house.
 */

const minute = 60_000;

/** What votes come to. A disagreement is an outcome too: once it settles, the lead institution is asked to decide. */
type RoundOutcome = { kind: 'open' } | { kind: 'decided'; vote: Vote } | { kind: 'disagreed' };

/** Approvals decide when there are enough of them. Anything else decides alone; beside an approval it is a disagreement. */
export function outcomeOf(votes: readonly Vote[], approvals: number): RoundOutcome {
  const approving = votes.filter(({ decision }) => decision === 'approve');
  const objecting = votes.find(({ decision }) => decision !== 'approve');
  if (objecting !== undefined)
    return approving.length > 0 ? { kind: 'disagreed' } : { kind: 'decided', vote: objecting };
  const last = approving[approvals - 1];
  return last === undefined ? { kind: 'open' } : { kind: 'decided', vote: last };
}

/** A vote as it is given: bound to the round, and by the hash to what was read. */
export type GivenVote = Omit<Vote, 'at'> & { readonly contentHash: string };

type CastVote =
  | { kind: 'voted'; vote: Vote; next: Case }
  /** The moderator said the same before; `vote` is what was recorded then. */
  | { kind: 'voted-before'; vote: Vote }
  /** Another vote stands: the moderator's own, or the one that decided. */
  | { kind: 'decided-before'; vote: Vote }
  | { kind: 'stale-content' }
  | { kind: 'round-over' };

/** Takes the vote of a moderator who was asked. A moderator's vote stands until it is taken back. */
export function castVote(current: Case, given: GivenVote, undoMinutes: number, now: Date): CastVote {
  if (given.round !== current.round.number || !current.reviewers.includes(given.by)) return { kind: 'round-over' };
  const own = voteOf(current, given.by);
  if (own !== undefined) {
    return { kind: own.decision === given.decision ? 'voted-before' : 'decided-before', vote: own };
  }
  const deciding = decidingVote(current);
  if (deciding !== undefined) return { kind: 'decided-before', vote: deciding };
  if (given.contentHash !== current.round.contentHash) return { kind: 'stale-content' };
  const { question } = current;
  if (question?.kind !== 'review') return { kind: 'round-over' };
  const { contentHash: _, ...said } = given;
  const vote: Vote = { ...said, at: now.toISOString() };
  const voted = { question: withVotes(current, question, [...question.votes, vote], undoMinutes, now) };
  const details = { by: vote.by, for: vote.for, vote: vote.decision, reason: vote.reason };
  const recorded = record(current, now, 'voted', voted, details);
  return { kind: 'voted', vote, next: together(recorded, settled(recorded, now)) };
}

type TakenBack =
  | { kind: 'taken-back'; next: Case }
  | { kind: 'taken-back-before' }
  | { kind: 'round-over' }
  | { kind: 'not-yours' }
  | { kind: 'too-late' };

/** Takes back what a moderator said, until the round settles. What led to a disagreement that has settled stands. */
export function takeBackVote(current: Case, by: string, round: number, undoMinutes: number, now: Date): TakenBack {
  if (round !== current.round.number || !current.reviewers.includes(by)) return { kind: 'round-over' };
  const { question } = current;
  const own = voteOf(current, by);
  if (question?.kind !== 'review') return { kind: own === undefined ? 'not-yours' : 'too-late' };
  const { takenBack = [] } = question;
  if (own === undefined) return { kind: takenBack.includes(by) ? 'taken-back-before' : 'not-yours' };
  if (!question.votes.includes(own) || isToSettle(question, now)) return { kind: 'too-late' };
  const votes = question.votes.filter((vote) => vote !== own);
  const left = withVotes(current, question, votes, undoMinutes, now);
  const changes = { question: { ...left, takenBack: [...new Set([...takenBack, by])] } };
  return { kind: 'taken-back', next: record(current, now, 'vote-taken-back', changes, { by }) };
}

/** The question with these votes; when they settle, if they are clear. A parked case has waited enough. */
function withVotes({ parked }: Case, question: Question, votes: Vote[], undoMinutes: number, now: Date): Question {
  const isOpen = outcomeOf(votes, question.approvals).kind === 'open';
  const undoUntil = new Date(now.getTime() + undoMinutes * minute).toISOString();
  const at = parked !== undefined ? now.toISOString() : undoUntil < question.answerBy ? undoUntil : question.answerBy;
  return { ...question, votes, settlesAt: isOpen ? undefined : at };
}

/** Whether the votes are clear and can no longer be taken back. */
function isToSettle({ settlesAt }: Question, now: Date): boolean {
  return settlesAt !== undefined && now.toISOString() >= settlesAt;
}

const happened = {
  approve: 'approved',
  'request-changes': 'changes-requested',
  reject: 'rejected',
  'reject-revision': 'revision-rejected',
} as const;

/**
 * The case with its round settled if the time for that has come, or else as it is. Whoever comes first does it: the
 * reconciler, a task of the workflow, or the next who votes.
 */
export function settled(current: Case, now: Date): Case {
  const { question } = current;
  return question !== undefined && isToSettle(question, now) ? settle(current, question, now) : current;
}

function settle(current: Case, question: Question, now: Date): Case {
  const votes = [...(question.disagreed ?? []), ...question.votes];
  const outcome = outcomeOf(question.votes, question.approvals);
  switch (outcome.kind) {
    case 'open':
      return current;
    case 'disagreed':
      return askLead(current, votes, now);
    case 'decided': {
      const { vote } = outcome;
      const decision: Decision = { ...vote, votes, settledAt: now.toISOString() };
      const action = actionOf(current, vote);
      const publication = vote.decision === 'approve' ? publicationOfApproved(current, now) : current.publication;
      const changes = { ...answered(current, now), decision, publication };
      const details = { by: vote.by, for: vote.for, reason: vote.reason };
      return act(current, action, now, happened[action], changes, details) ?? current;
    }
  }
}

/** What a decision does to the case. Of what has been published, rejecting a revision leaves the version that readers know. */
export function actionOf(
  current: Pick<Case, 'publication'>,
  { decision }: Pick<Vote, 'decision'>,
): keyof typeof happened {
  return decision === 'reject' && isPublic(current) ? 'reject-revision' : decision;
}

/** The question is asked anew, of people who have not voted; the driver finds out whom (`ask` in driver.ts). One decides alone. */
function askLead(current: Case, votes: Vote[], now: Date): Case {
  const question = { ...newQuestion('review', '', now), disagreed: votes };
  const reviewers = votes.map(({ by }) => by);
  return record(current, now, 'disagreed', { ...answered(current, now), question, reviewers });
}

/**
 * Applies a rule to the case as it is once everything has settled that is due, and writes both at once. A case that the
 * rule would park settles instead, if its votes are clear.
 */
export function settlingFirst<Ending extends Outcome>(
  current: Case,
  now: Date,
  rule: (latest: Case) => Ending,
): Ending & Outcome {
  const latest = settled(current, now);
  const outcome = rule(latest);
  const { next } = outcome;
  if (next?.parked !== undefined && latest.parked === undefined && latest.question?.settlesAt !== undefined)
    return { ...outcome, next: settle(latest, latest.question, now) };
  if (latest === current) return outcome;
  return { ...outcome, next: next === undefined ? latest : together(latest, next) };
}

/** Every vote on the current round that stands. */
export function votesOf(current: Case): readonly Vote[] {
  const { question } = current;
  if (question?.kind === 'review') return [...(question.disagreed ?? []), ...question.votes];
  const decision = decisionOf(current);
  if (decision === undefined) return [];
  return decision.votes ?? [decision];
}

/** Those who were asked about the current round and have said nothing that stands. */
export function notYetVoted(current: Case): string[] {
  return current.reviewers.filter((moderator) => voteOf(current, moderator) === undefined);
}

/** What this moderator said to the current round. */
export function voteOf(current: Case, moderator: string): Vote | undefined {
  return votesOf(current).find(({ by }) => by === moderator);
}

/** The vote that made the outcome of the current round clear, also while it can still be taken back. */
export function decidingVote(current: Case): Vote | undefined {
  const { question } = current;
  if (question?.kind !== 'review') return decisionOf(current);
  const outcome = outcomeOf(question.votes, question.approvals);
  switch (outcome.kind) {
    case 'open':
      return undefined;
    case 'decided':
      return outcome.vote;
    case 'disagreed':
      return question.votes.at(-1);
  }
}

/** Until when this moderator can take back a vote that made the outcome clear, ISO 8601; undefined when not. */
export function undoUntil(current: Case, moderator: string, now: Date): string | undefined {
  const { votes = [], settlesAt } = current.question ?? {};
  const isOwn = votes.some(({ by }) => by === moderator);
  return isOwn && settlesAt !== undefined && now.toISOString() < settlesAt ? settlesAt : undefined;
}

/** Whether this moderator has said something that can still be taken back. */
export function canTakeBack(current: Case, moderator: string, now: Date): boolean {
  const { votes = [], settlesAt } = current.question ?? {};
  return votes.some(({ by }) => by === moderator) && (settlesAt === undefined || now.toISOString() < settlesAt);
}

/** The status that the votes lead to once they settle; `in-review` while more has to be said. */
export function statusToBe(current: Case): Status {
  const { question } = current;
  const outcome = question?.kind === 'review' ? outcomeOf(question.votes, question.approvals) : undefined;
  const decision = outcome?.kind === 'decided' ? outcome.vote : decisionOf(current);
  return (decision && statusAfter(actionOf(current, decision), 'in-review')) ?? 'in-review';
}

/** How many rounds there can be until a version is published: after that it is sent in anew, or what is published stays. */
export const mostRounds = 5;

/** Whether changes cannot be asked for any more. */
export function isLastRound({ round }: Pick<Case, 'round'>): boolean {
  return (round.count ?? round.number) >= mostRounds;
}

/** The decision on the current round; undefined until it settles. */
export function decisionOf(current: Case): Decision | undefined {
  return current.decision?.round === current.round.number ? current.decision : undefined;
}
