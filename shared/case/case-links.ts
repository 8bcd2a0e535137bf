import type { Link, LinkKind } from '#shared/links/link.ts';
import type { Case } from './case.ts';
import { windowOf } from './question.ts';

const day = 86_400_000;
const statusLife = 2 * 365 * day;
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

/** A new link to a case. Confirming and revising end with their question, if that ends sooner. */
export function newLink(kind: LinkKind, of: Case, now: Date, moderator?: string): Link {
  const end = new Date(now.getTime() + linkLife(kind)).toISOString();
  const asked = of.question?.kind === kind && kind !== 'review' ? of.question.answerBy : end;
  const link = { kind, submissionId: of.id, round: of.round.number, expiresAt: asked < end ? asked : end };
  return moderator === undefined ? link : { ...link, moderator };
}

/** When a link to a case ends. A status link lives on with its case: its time begins anew with each change. */
export function endOf(link: Link, of: Pick<Case, 'updatedAt'>): Date {
  return new Date(link.kind === 'status' ? Date.parse(of.updatedAt) + statusLife : Date.parse(link.expiresAt));
}
