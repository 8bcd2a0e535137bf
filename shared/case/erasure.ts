import * as z from 'zod/mini';
import { Fact, nextFact } from './audit.ts';
import type { Case } from './case.ts';
import { entryIdOf } from './publication.ts';

/** What is left of a case that was erased: that there was one, and the codes of what happened to it. It can be no case again. */
export const Erased = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.literal('erased'),
  /** Rises above what any other writer has read, so that none can write the case back. */
  version: z.int(),
  erasedAt: z.string(),
  /** The id of its entry, of which the tombstone stays. */
  entry: z.optional(z.string()),
  /** When what lay beside the head is looked for once more; absent when none of it is left. */
  eraseAt: z.optional(z.string()),
  facts: z.array(Fact),
});
export type Erased = z.infer<typeof Erased>;

const minute = 60_000;
const day = 86_400_000;
/** From the request until it is done, so that mails which say so can leave. */
const leaveOfMails = 5 * minute;
/** Longer than any function may run: what was written by one that had read the case before is there by then. */
const lateWriters = 15 * minute;

/** How many days after it last moved a case is erased by itself, by its status. What is published has no end. */
export const keptDays = { spam: 30, lapsed: 90, withdrawn: 90, rejected: 365 } as const;

/** For how many days it is known that an address has been confirmed, by its hash alone. */
export const knownKeptDays = 400;

function daysOf(status: Case['status']): number | undefined {
  switch (status) {
    case 'spam':
    case 'lapsed':
    case 'withdrawn':
    case 'rejected':
      return keptDays[status];
    default:
      return undefined;
  }
}

/** When a case is to be erased: when its submitter asked for it, or when it has been kept long enough. A legal hold stops both. */
export function eraseDueAt({ eraseAt, legalHold, status, updatedAt }: Case): string | undefined {
  if (legalHold !== undefined) return undefined;
  const days = daysOf(status);
  return eraseAt ?? (days === undefined ? undefined : after(updatedAt, days * day));
}

/** When a case whose erasure is asked for now is erased. */
export function eraseSoon(now: Date): string {
  return new Date(now.getTime() + leaveOfMails).toISOString();
}

/** What replaces the head. The salt goes, so that the seals of texts that the facts hold tell nothing any more. */
export function erased(current: Case, now: Date): Erased {
  const { id, reference, publication, round } = current;
  const at = now.toISOString();
  return {
    id,
    reference,
    status: 'erased',
    version: current.version + 1,
    erasedAt: at,
    ...(publication && { entry: entryIdOf(current) }),
    eraseAt: at,
    facts: [...current.facts, nextFact(current.facts.at(-1), { at, what: 'erased', round: round.number })],
  };
}

/** Whether something that had read the case before it was erased may still write. */
export function mayHaveLateWriters({ erasedAt }: Erased, now: Date): boolean {
  return now.getTime() < Date.parse(erasedAt) + lateWriters;
}

/** After a look that found `count` things and deleted them. Only one that comes late enough and finds nothing is the last. */
export function looked(at: Erased, count: number, now: Date): Erased {
  const isLast = count === 0 && !mayHaveLateWriters(at, now);
  const eraseAt = isLast ? undefined : new Date(now.getTime() + lateWriters).toISOString();
  return { ...at, version: at.version + 1, eraseAt };
}

function after(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}
