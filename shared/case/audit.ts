import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { hashOf } from './content-hash.ts';
import { DecisionKind, RejectReason } from './decision.ts';

/** What can happen to a case and its submitter may know. Facts carry codes and ids, never a text or an address. */
export const publicHappenings = [
  'received',
  'held',
  'asked-to-confirm',
  'confirmed',
  'asked-moderators',
  'reminded',
  'asked-deputy',
  'asked-lead',
  'approved',
  'changes-requested',
  'rejected',
  'revised',
  'published',
  'lapsed',
  'address-refused',
  'parked',
  'revision-rejected',
  'revision-lapsed',
  'withdrawn',
  'contact-hidden',
  'asked-current',
  'confirmed-current',
  'marked-unconfirmed',
] as const;
export type PublicHappening = (typeof publicHappenings)[number];
/** What concerns only the running of the service, or is not final. */
const internalHappenings = [
  'released',
  'resumed',
  'voted',
  'vote-taken-back',
  'disagreed',
  'asked-for-links',
  'asked-to-erase',
  'erased',
  'legal-hold',
  'legal-hold-ended',
] as const;
export const happenings = [...publicHappenings, ...internalHappenings] as const;
export const Happening = z.enum(happenings);
export type Happening = z.infer<typeof Happening>;

/** Why a case is held: by what it says, by how much came with it, or because the owner of the address sent nothing in. */
export const whyHeld = ['screening', 'flood', 'unwanted'] as const;
export const WhyHeld = z.enum(whyHeld);
export type WhyHeld = z.infer<typeof WhyHeld>;

/** What some facts tell besides. */
export const FactDetails = z.object({
  /** A moderator's id, or the name of an operator; absent when nobody in particular did it. */
  by: z.optional(z.string()),
  /** The institution for which they stood in, if they did. */
  for: z.optional(z.string()),
  vote: z.optional(DecisionKind),
  /** Why it was rejected or held; of a withdrawal, that the owner of the address sent nothing in. */
  reason: z.optional(z.union([RejectReason, WhyHeld])),
  /** Of the text of a round: shows later which text it was, to whoever has it and the salt of the case. */
  seal: z.optional(z.string()),
});
export type FactDetails = z.infer<typeof FactDetails>;

/** One fact of a case. `hash` covers the fact and the hash before it, so that a removed or altered fact shows. */
export const Fact = z.extend(FactDetails, {
  number: z.int(),
  at: z.string(),
  what: Happening,
  round: z.int(),
  hash: z.string(),
});
export type Fact = z.infer<typeof Fact>;

/** The seal of a text. Without the salt, which goes when a case is erased, it tells nothing of the text. */
export function sealOf(salt: string | undefined, contentHash: string): Pick<FactDetails, 'seal'> {
  return salt === undefined ? {} : { seal: createHash('sha256').update(`${salt}${contentHash}`).digest('hex') };
}

/** The fact that follows `last` in the chain. `by` is the id of the moderator concerned; absent for the submitter or nobody. */
export function nextFact(last: Fact | undefined, happened: Omit<Fact, 'number' | 'hash'>): Fact {
  const fact = { ...happened, number: (last?.number ?? 0) + 1 };
  return { ...fact, hash: hashOf({ before: last?.hash ?? '', fact }) };
}
