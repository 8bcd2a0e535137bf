import * as z from 'zod/mini';
import { hashOf } from './content-hash.ts';

/** What can happen to a case. Facts carry codes and ids, never a text or an address. */
export const happenings = [
  'received',
  'held',
  'released',
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
  'resumed',
] as const;
export const Happening = z.enum(happenings);
export type Happening = z.infer<typeof Happening>;

/** One fact of a case. `hash` covers the fact and the hash before it, so that a removed or altered fact shows. */
export const Fact = z.object({
  number: z.int(),
  at: z.string(),
  what: Happening,
  round: z.int(),
  by: z.optional(z.string()),
  hash: z.string(),
});
export type Fact = z.infer<typeof Fact>;

/** The fact that follows `last` in the chain. `by` is the id of the moderator concerned; absent for the submitter or nobody. */
export function nextFact(last: Fact | undefined, happened: Omit<Fact, 'number' | 'hash'>): Fact {
  const fact = { ...happened, number: (last?.number ?? 0) + 1 };
  return { ...fact, hash: hashOf({ before: last?.hash ?? '', fact }) };
}
