import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import * as z from 'zod/mini';
import type { Case } from './case.ts';

const Time = z.string();

/**
 * What readers are to see of a case. The catalogue is brought up to date with it by the workflow; whatever changes it raises
 * `edition`, and the catalogue holds the edition `shown`. So an older one that comes late never replaces a newer.
 */
export const Publication = z.object({
  /** Of the entry. It tells nothing of the submission; entries of older releases have none and go by their case's id. */
  id: z.optional(z.string()),
  /** Counts the approved rounds. */
  version: z.int(),
  /** When the first version was approved. */
  publishedAt: Time,
  /** When this version was approved. */
  updatedAt: z.optional(Time),
  /** The round that is shown; absent in older releases, which had one. */
  round: z.optional(z.int()),
  edition: z._default(z.int(), 0),
  shown: z._default(z.int(), 0),
  /** Whether readers see whom to ask. */
  showsContact: z._default(z.boolean(), true),
  /** When the submitter hid the contact; what was posted later says itself whether to show it. */
  contactHiddenAt: z.optional(Time),
  /** When the submitter last said that it is still right, and how often they were asked in vain since then. */
  currentAt: z.optional(Time),
  asked: z._default(z.int(), 0),
  askedAt: z.optional(Time),
  /** Since when readers are told that nobody says so any more. */
  unconfirmedSince: z.optional(Time),
  withdrawnAt: z.optional(Time),
});
export type Publication = z.infer<typeof Publication>;

/** The round becomes the next version. Asked twice about the same round, it gives the same. */
export function publicationOfApproved(current: Case, now: Date): Publication {
  const { publication, round } = current;
  const { contactHiddenAt = '' } = publication ?? {};
  const at = now.toISOString();
  return {
    id: publication === undefined ? newEntryId(current, now) : publication.id,
    version: (publication?.version ?? 0) + 1,
    publishedAt: publication?.publishedAt ?? at,
    updatedAt: at,
    round: round.number,
    edition: (publication?.edition ?? 0) + 1,
    shown: publication?.shown ?? 0,
    showsContact: round.content.contact.public && round.postedAt > contactHiddenAt,
    contactHiddenAt: publication?.contactHiddenAt,
    asked: 0,
  };
}

/**
 * A UUIDv7 of the time of the approval, as the id of the submission would tell when it was sent in. Its random bits come from
 * the salt of the case, so that rules stay without chance and a write that is repeated names the same entry.
 */
function newEntryId({ id, salt = id }: Case, now: Date): string {
  return v7({ msecs: now.getTime(), random: createHash('sha256').update(`entry of ${salt}`).digest().subarray(0, 16) });
}

/** What readers are to see from now on, in a new edition. */
export function changedPublication(publication: Publication, changes: Partial<Publication>): Publication {
  return { ...publication, ...changes, edition: publication.edition + 1 };
}

/** The id under which the entry of a case stands in the catalogue. */
export function entryIdOf({ id, publication }: Pick<Case, 'id' | 'publication'>): string {
  return publication?.id ?? id;
}

/** Whether the catalogue has yet to be brought up to date with the case. */
export function isOutdated({ publication }: Pick<Case, 'publication'>): boolean {
  return publication !== undefined && publication.edition > publication.shown;
}

/** Whether readers can read a version, which stays readable whatever becomes of a revision. Older releases counted no editions. */
export function isPublic({ publication }: Pick<Case, 'publication'>): boolean {
  if (publication === undefined || publication.withdrawnAt !== undefined) return false;
  return publication.shown > 0 || publication.edition === 0;
}

const day = 86_400_000;
/** How long after it was last said to be right its submitter is asked whether it still is. */
const askedEvery = 365 * day;
/** How long before they are asked they can say so by themselves. */
const offeredBefore = 30 * day;
/** How long they have to answer before they are asked once more, or readers are told. */
const answeredWithin = 60 * day;
/** How often they are asked in vain before readers are told. */
const mostAsked = 2;

/** When the submitter is next asked whether what is published is still right, or readers are told that nobody says so. */
export function currencyDueAt(of: Pick<Case, 'publication' | 'status'>): string | undefined {
  const { publication } = of;
  if (publication === undefined || of.status !== 'published' || !isPublic(of)) return undefined;
  const { publishedAt, updatedAt = publishedAt, currentAt = '', unconfirmedSince = '', asked, askedAt } = publication;
  if (asked > 0 && askedAt !== undefined) return after(askedAt, answeredWithin);
  const [last = publishedAt] = [updatedAt, currentAt, unconfirmedSince].sort().reverse();
  return after(last, askedEvery);
}

/** Whether its submitter is or will soon be asked whether it is still right, or readers are told that nobody says so. */
export function isCurrencyInQuestion(of: Pick<Case, 'publication' | 'status'>, now: Date): boolean {
  const dueAt = currencyDueAt(of);
  if (of.publication === undefined || dueAt === undefined) return false;
  const { asked, unconfirmedSince } = of.publication;
  return asked > 0 || unconfirmedSince !== undefined || dueAt <= after(now.toISOString(), offeredBefore);
}

/** Whether the next thing is to tell readers. */
export function isAskedInVain({ asked }: Publication): boolean {
  return asked >= mostAsked;
}

function after(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}
