import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { knownKeptDays } from '#shared/case/erasure.ts';
import { isConfirmed } from '#shared/case/submitter-acts.ts';
import type { OwedMail } from './owed-mails.ts';

/*
 * Anybody can send in a form with somebody else's address. So what counts is not the address but the case that nobody has
 * confirmed: all mails of such cases to one address have a budget together.
 */

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;
/** How long a mail is remembered: reminders are not to go on where a week's budget was used up. */
const rememberedFor = 2 * week;

interface Budget {
  readonly perDay: number;
  readonly perWeek: number;
}

/** Mails of unconfirmed cases to one address. `known`: somebody has confirmed a case with it within twelve months. */
export const mailBudgets = {
  unknown: { perDay: 3, perWeek: 6 },
  known: { perDay: 20, perWeek: 40 },
} as const satisfies Record<string, Budget>;

/** How long an address stays known after a confirmation, and how much longer the table keeps that, in milliseconds. */
export const knownFor = 365 * day;
export const knownKeptFor = knownKeptDays * day;
/** How long no unconfirmed case mails to an address whose owner said that they sent nothing in, in milliseconds. */
export const unwantedFor = 30 * day;
/** Nobody is asked to confirm in less time than this: it would be too late for most. */
const leastToConfirm = day;

/** What has gone to an address lately for cases that nobody had confirmed. */
export const MailAccount = z.object({
  version: z._default(z.int(), 0),
  sent: z._default(z.array(z.object({ mail: z.string(), at: z.string() })), []),
  unwantedUntil: z.optional(z.string()),
});
export type MailAccount = z.infer<typeof MailAccount>;

/** `granted` again is the same mail, tried once more. `over`: when there is room again, ISO 8601. */
export type Ration =
  | { readonly kind: 'granted'; readonly next?: MailAccount }
  | { readonly kind: 'over'; readonly until: string }
  | { readonly kind: 'unwanted' };

/** A mail as its budget sees it. What only reminds is dropped where a week's budget has been used up lately. */
export interface RationedMail {
  readonly id: string;
  readonly onlyReminds: boolean;
}

/** Under what an address is counted. What a provider delivers to the same mailbox, `name+anything@…`, is the same. */
export function addressHash(address: string): string {
  return hashOf(address.toLowerCase().replace(/\+.*(?=@)/, ''));
}

/** Whether a mail of a case counts: nobody has shown whose address it goes to, and no operator has let the case go. */
export function isRationed(of: Case, { moderator }: OwedMail): boolean {
  return moderator === undefined && !isConfirmed(of) && of.released !== true;
}

/** Whether it is too late for a mail to confirm that was held back: its question ends before most would have read it. */
export function isTooLateToAsk({ mailHeldUntil, question }: Case, now: Date): boolean {
  if (mailHeldUntil === undefined || question === undefined) return false;
  return Date.parse(question.answerBy) - now.getTime() < leastToConfirm;
}

/** Whether an address may get one more mail. */
export function ration(account: MailAccount, isKnown: boolean, mail: RationedMail, now: Date): Ration {
  const { perDay, perWeek } = isKnown ? mailBudgets.known : mailBudgets.unknown;
  if (account.sent.some((one) => one.mail === mail.id)) return { kind: 'granted' };
  if (isUnwanted(account, isKnown, now)) return { kind: 'unwanted' };
  const sent = account.sent.filter(({ at }) => Date.parse(at) > now.getTime() - rememberedFor);
  const freeAgain = (window: number, most: number) => {
    const last = sent.at(-most);
    return last === undefined ? 0 : Date.parse(last.at) + window;
  };
  const until = Math.max(freeAgain(day, perDay), freeAgain(mail.onlyReminds ? rememberedFor : week, perWeek));
  if (until > now.getTime()) return { kind: 'over', until: new Date(until).toISOString() };
  return { kind: 'granted', next: { ...account, sent: [...sent, { mail: mail.id, at: now.toISOString() }] } };
}

/** Whether the owner of an address said that they sent nothing in. Confirming a case ends it. */
export function isUnwanted({ unwantedUntil = '' }: MailAccount, isKnown: boolean, now: Date): boolean {
  return !isKnown && unwantedUntil > now.toISOString();
}

/** When the hour ends whose mails of all unconfirmed cases are counted together, and its name. */
export function hourOf(now: Date): { name: string; end: string } {
  const name = now.toISOString().slice(0, 13);
  return { name, end: new Date(Date.parse(`${name}:00:00.000Z`) + hour).toISOString() };
}

/** When the table may forget an account, in seconds since 1970. */
export function accountForgottenAt(now: Date): number {
  return Math.ceil((now.getTime() + Math.max(rememberedFor, unwantedFor)) / 1000);
}
