import type { Link, LinkKind } from '#shared/links/link.ts';
import type { Case } from './case.ts';
import { windowOf } from './question.ts';

const day = 86_400_000;
const statusLife = 2 * 365 * day;
/** How long the status link holds that a repeated post is answered with, in milliseconds. */
export const repeatLife = 7 * day;
/** Confirming and revising end with their questions; a review link shows what was decided for a month longer. */
const lives = {
  confirm: windowOf('confirm'),
  review: windowOf('review') + 32 * day,
  revise: windowOf('revise'),
  status: statusLife,
};

/** How long a new link holds, in milliseconds. */
export function linkLife(kind: LinkKind): number {
  return lives[kind];
}

/** A new link to a case. Confirming and revising end with their question, if that ends sooner; a status link with its case. */
export function newLink(kind: LinkKind, of: Case, now: Date, moderator?: string): Link {
  const link = { kind, submissionId: of.id, round: of.round.number };
  if (kind === 'status') return link;
  const end = new Date(now.getTime() + linkLife(kind)).toISOString();
  const asked = of.question?.kind === kind && kind !== 'review' ? of.question.answerBy : end;
  const expiring = { ...link, expiresAt: asked < end ? asked : end };
  return moderator === undefined ? expiring : { ...expiring, moderator };
}

/** A status link for whoever posts the same again: as often as they like, so it does not stay. */
export function newLinkOfRepeat(of: Case, now: Date): Link {
  return { ...newLink('status', of, now), expiresAt: new Date(now.getTime() + repeatLife).toISOString() };
}

/** When a link to a case ends. A status link that names no end lives on with its case: its time begins anew with each change. */
export function endOf({ expiresAt }: Link, { updatedAt }: Pick<Case, 'updatedAt'>): Date {
  return new Date(expiresAt === undefined ? Date.parse(updatedAt) + statusLife : Date.parse(expiresAt));
}
