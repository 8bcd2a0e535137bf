import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
import { windowOf } from '#shared/case/question.ts';

const day = 86_400_000;
/** How long a link still says that it has expired before it is forgotten (DESIGN §4.2). */
const remembered = 90 * day;
const statusLife = 2 * 365 * day;
/** Confirming and revising end with their questions; a review link shows what was decided for a while longer. */
const lives = { confirm: windowOf('confirm'), review: 60 * day, revise: windowOf('revise'), status: statusLife };

/** A capability in a mail: who holds it may see or do one thing. Only the hash of its secret is stored. */
export const Link = z.object({
  kind: z.enum(['confirm', 'review', 'revise', 'status']),
  submissionId: z.string(),
  round: z.int(),
  moderator: z.optional(z.string()),
  expiresAt: z.string(),
});
export type Link = z.infer<typeof Link>;
export type LinkKind = Link['kind'];

/** 43 base64url characters: 256 random bits. Anything else was never ours. */
export const Secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** A new link to a case. Confirming and revising end with their question, if that ends sooner. */
export function newLink(kind: LinkKind, of: Case, now: Date, moderator?: string): Link {
  const end = new Date(now.getTime() + lives[kind]).toISOString();
  const asked = of.question?.kind === kind && kind !== 'review' ? of.question.answerBy : end;
  const link = { kind, submissionId: of.id, round: of.round.number, expiresAt: asked < end ? asked : end };
  return moderator === undefined ? link : { ...link, moderator };
}

/** The address of a link. The secret stands in the path, so that its page needs no script. */
export function linkAddress(origin: string, kind: LinkKind, secret: string): string {
  return `${origin}/${kind}/${secret}`;
}

export type LinkState = 'valid' | 'expired' | 'forgotten';

/** Whether a link still holds. A status link lives on with its case: two years from the last change. */
export function linkState(link: Link, of: Pick<Case, 'updatedAt'>, now: Date): LinkState {
  const end = link.kind === 'status' ? Date.parse(of.updatedAt) + statusLife : Date.parse(link.expiresAt);
  if (now.getTime() < end) return 'valid';
  return now.getTime() < end + remembered ? 'expired' : 'forgotten';
}

/** When the table may drop the link, in seconds since 1970. Status links stay until their case goes. */
export function forgetAt(link: Link): number | undefined {
  return link.kind === 'status' ? undefined : Math.ceil((Date.parse(link.expiresAt) + remembered) / 1000);
}

/** Under what a link is stored. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
