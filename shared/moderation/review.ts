import type { Workflow } from '#shared/aws/workflow.ts';
import { decide, type Repeat, type Vote } from '#shared/case/answers.ts';
import type { Case, Decision } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { type ContentChange, changesBetween } from './content-changes.ts';
import { answerCase } from './follow-up.ts';
import { openLink } from './open-link.ts';
import { type Seat, seatOf } from './routing.ts';
import type { ModerationSettings } from './settings.ts';

export interface ReviewPorts {
  readonly cases: CaseStore;
  readonly links: LinkStore;
  readonly settings: ModerationSettings;
  readonly now: () => Date;
}

export type OpenedReview = { kind: 'open'; case: Case; seat: Seat } | { kind: 'unknown' } | { kind: 'expired' };

/** Opens a moderator's link. It ends with its round, with the moderator's seat, and when others are asked instead. */
export async function openReview(ports: ReviewPorts, secret: string): Promise<OpenedReview> {
  const opened = await openLink(ports, 'review', secret);
  if (opened.kind === 'unknown') return opened;
  if (opened.kind === 'expired') return { kind: 'expired' };
  const { link, case: current } = opened;
  const seat = link.moderator === undefined ? undefined : seatOf(ports.settings, link.moderator);
  if (seat === undefined || link.round !== current.round.number) return { kind: 'expired' };
  if (!current.reviewers.includes(seat.moderator.id)) return { kind: 'expired' };
  return { kind: 'open', case: current, seat };
}

/** What a moderator sent from the page; who votes is known from the link. */
export type PostedVote = Pick<Vote, 'decision' | 'reason' | 'comment' | 'contentHash'>;

export type ReviewOutcome =
  | ({ kind: 'decided-before'; decision: Decision; case: Case } & Repeat)
  | { kind: 'decided'; decision: Decision; case: Case }
  | { kind: 'stale-content'; case: Case; changes: readonly ContentChange[] }
  | { kind: 'expired' };

/** Takes a moderator's vote on the round that was read, and wakes the workflow. */
export async function decideReview(
  ports: ReviewPorts & { workflow: Workflow },
  { case: { id, round }, seat }: { case: Case; seat: Seat },
  posted: PostedVote,
): Promise<ReviewOutcome> {
  const vote = { ...posted, by: seat.moderator.id, institution: seat.institution.id, round: round.number };
  const changed = await answerCase(ports, id, (current, now) => decide(current, vote, now));
  if (changed === undefined) return { kind: 'expired' };
  const { outcome, case: current } = changed;
  switch (outcome.kind) {
    case 'decided':
      return { kind: 'decided', decision: outcome.decision, case: current };
    case 'stale-content':
      return {
        kind: 'stale-content',
        case: current,
        changes: await changesSince(ports.cases, current, posted.contentHash),
      };
    case 'round-over':
      return { kind: 'expired' };
    case 'decided-before':
      return { ...outcome, case: current };
  }
}

/** What has changed since the round with that hash; nothing for a hash that never was. */
async function changesSince(cases: CaseStore, current: Case, contentHash: string): Promise<readonly ContentChange[]> {
  for (let number = current.round.number - 1; number > 0; number -= 1) {
    const earlier = await cases.earlierRound(current.id, number);
    if (earlier?.contentHash === contentHash) return changesBetween(earlier.content, current.round.content);
  }
  return [];
}
