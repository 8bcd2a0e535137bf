import type { Workflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { type ContentChange, changesBetween } from '#shared/case/content-changes.ts';
import type { Vote } from '#shared/case/decision.ts';
import { castVote, type GivenVote, takeBackVote } from '#shared/case/votes.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { concernedBy, type Seat } from './conflict.ts';
import { answerCase } from './follow-up.ts';
import { openLink } from './open-link.ts';
import { mayDecide, placeOf, seatOf } from './routing.ts';
import type { ModerationSettings } from './settings.ts';

export interface ReviewPorts {
  readonly cases: CaseStore;
  readonly links: LinkStore;
  readonly settings: ModerationSettings;
  readonly now: () => Date;
}

/** A moderator's link to a case. `mayDecide` is false for whoever has a stake in it: they were asked before that was so. */
export interface OpenReview {
  readonly kind: 'open';
  readonly case: Case;
  readonly seat: Seat;
  readonly mayDecide: boolean;
}
export type OpenedReview =
  | OpenReview
  | { readonly kind: 'unknown' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'expired'; readonly case: Case };

/** Opens a moderator's link. It ends with its round, with the moderator's seat, and when others are asked instead. */
export async function openReview(ports: ReviewPorts, secret: string): Promise<OpenedReview> {
  const opened = await openLink(ports, 'review', secret);
  if (opened.kind !== 'open') return opened;
  const { link, case: current } = opened;
  const seat = link.moderator === undefined ? undefined : seatOf(ports.settings, link.moderator);
  if (seat === undefined || link.round !== current.round.number) return { kind: 'expired', case: current };
  if (!current.reviewers.includes(seat.moderator.id)) return { kind: 'expired', case: current };
  const isFree = mayDecide(ports.settings, concernedBy(current), seat.moderator.id);
  return { kind: 'open', case: current, seat, mayDecide: isFree };
}

/** What a moderator sent from the page; who votes is known from the link. */
export type PostedVote = Pick<GivenVote, 'decision' | 'contentHash'> &
  Partial<Pick<GivenVote, 'reason' | 'comment' | 'comments'>>;

export type ReviewOutcome =
  | { readonly kind: 'voted'; readonly vote: Vote; readonly case: Case }
  /** The moderator had said the same before; what was recorded then stands. */
  | { readonly kind: 'voted-before'; readonly vote: Vote; readonly case: Case }
  /** Another vote stands: the moderator's own, or the one that decided. */
  | { readonly kind: 'decided-before'; readonly vote: Vote; readonly case: Case }
  | { readonly kind: 'stale-content'; readonly case: Case; readonly changes: readonly ContentChange[] }
  | { readonly kind: 'own-submission' }
  | { readonly kind: 'expired' };

type AnswerPorts = ReviewPorts & { readonly workflow: Workflow };

/** Takes a moderator's vote on the round that was read, and wakes the workflow if the vote settles it. */
export async function voteOnReview(ports: AnswerPorts, opened: OpenReview, posted: PostedVote): Promise<ReviewOutcome> {
  const { case: read, seat } = opened;
  if (!opened.mayDecide) return { kind: 'own-submission' };
  const vote = {
    ...posted,
    by: seat.moderator.id,
    ...placeOf(ports.settings, read, seat),
    institution: seat.institution.id,
    round: read.round.number,
  };
  const { undoMinutes } = ports.settings;
  const changed = await answerCase(ports, read.id, (current, now) => castVote(current, vote, undoMinutes, now));
  if (changed === undefined) return { kind: 'expired' };
  const { outcome, case: current } = changed;
  switch (outcome.kind) {
    case 'voted':
    case 'voted-before':
    case 'decided-before':
      return { kind: outcome.kind, vote: outcome.vote, case: current };
    case 'stale-content':
      return {
        kind: 'stale-content',
        case: current,
        changes: await changesSince(ports.cases, current, posted.contentHash),
      };
    case 'round-over':
      return { kind: 'expired' };
  }
}

export type UndoOutcome =
  | { readonly kind: 'taken-back'; readonly case: Case }
  | { readonly kind: 'not-yours' | 'too-late'; readonly case: Case }
  | { readonly kind: 'own-submission' }
  | { readonly kind: 'expired' };

/** Takes back what the moderator said, as long as the round has not settled. Repeating it changes nothing. */
export async function undoReview(ports: AnswerPorts, opened: OpenReview): Promise<UndoOutcome> {
  const { case: read, seat } = opened;
  if (!opened.mayDecide) return { kind: 'own-submission' };
  const { undoMinutes } = ports.settings;
  const changed = await answerCase(ports, read.id, (current, now) =>
    takeBackVote(current, seat.moderator.id, read.round.number, undoMinutes, now),
  );
  if (changed === undefined) return { kind: 'expired' };
  const { outcome, case: current } = changed;
  if (outcome.kind === 'round-over') return { kind: 'expired' };
  return { kind: outcome.kind === 'taken-back-before' ? 'taken-back' : outcome.kind, case: current };
}

/** What has changed since the round with that hash; nothing for a hash that never was. */
async function changesSince(cases: CaseStore, current: Case, contentHash: string): Promise<readonly ContentChange[]> {
  for (let number = current.round.number - 1; number > 0; number -= 1) {
    const earlier = await cases.earlierRound(current.id, number);
    if (earlier?.contentHash === contentHash) return changesBetween(earlier.content, current.round.content);
  }
  return [];
}

/** What is different from the round that was changed, or from what is published; undefined in the first round. */
export async function changesOfRound(cases: CaseStore, current: Case): Promise<readonly ContentChange[] | undefined> {
  const { number, basis = number - 1 } = current.round;
  const before = await cases.earlierRound(current.id, basis);
  return before && changesBetween(before.content, current.round.content);
}
