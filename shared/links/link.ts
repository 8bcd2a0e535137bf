import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

const day = 86_400_000;
/** How long a link still says that it has expired before it is forgotten, in milliseconds. */
export const remembered = 90 * day;

/** A capability in a mail: who holds it may see or do one thing. Only the hash of its secret is stored. */
export const Link = z
  .object({
    kind: z.enum(['confirm', 'review', 'revise', 'status']),
    submissionId: z.string(),
    round: z.int(),
    moderator: z.optional(z.string()),
    /** Whether it was mailed to the address of the case. Whoever fills in the form is given one as well. */
    mailed: z.optional(z.boolean()),
    /** Only status links may have none: they go with their case. */
    expiresAt: z.optional(z.string()),
  })
  .check(z.refine(({ kind, expiresAt }) => kind === 'status' || expiresAt !== undefined));
export type Link = z.infer<typeof Link>;
export type LinkKind = Link['kind'];

/** 43 base64url characters: 256 random bits. Anything else was never ours. */
export const Secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** The address of a link. The secret stands in the path, so that its page needs no script. */
export function linkAddress(origin: string, kind: LinkKind, secret: string): string {
  return `${origin}/${kind}/${secret}`;
}

type LinkState = 'valid' | 'expired' | 'forgotten';

/** Whether a link that ends at that time still holds. What is forgotten is answered like what never was. */
export function linkState(end: Date, now: Date): LinkState {
  if (now < end) return 'valid';
  return now.getTime() < end.getTime() + remembered ? 'expired' : 'forgotten';
}

/** When the table may drop the link, in seconds since 1970; undefined for what stays until its case goes. */
export function forgetAt({ expiresAt }: Link): number | undefined {
  return expiresAt === undefined ? undefined : Math.ceil((Date.parse(expiresAt) + remembered) / 1000);
}

/** Under what a link is stored. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
