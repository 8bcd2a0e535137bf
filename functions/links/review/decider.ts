import type { Decision } from '#shared/case/case.ts';
import type { ReviewPorts } from '#shared/moderation/review.ts';
import { seatOf } from '#shared/moderation/routing.ts';

/** Moderators know each other by name; the name of one who has left is no longer ours to give. */
export function nameOf({ settings }: Pick<ReviewPorts, 'settings'>, decision: Decision): string {
  return seatOf(settings, decision.by)?.moderator.name ?? decision.institution;
}
