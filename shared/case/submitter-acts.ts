import type { Link } from '#shared/links/link.ts';
import { answered } from './answers.ts';
import { act, amend, type Case, record, together } from './case.ts';
import { lookSoon } from './driver.ts';
import { eraseSoon } from './erasure.ts';
import { changedPublication, isCurrencyInQuestion, isPublic } from './publication.ts';
import { statusAfter } from './status.ts';
import { votesOf } from './votes.ts';

/** What a submitter may do with a case from its status page. */
export const submitterActions = ['revise', 'confirm-current', 'resend', 'hide-contact', 'withdraw', 'erase'] as const;
export type SubmitterAction = (typeof submitterActions)[number];

/** How often the links of a case can be asked for anew in a day; before the address is confirmed, how often at all. */
const mostResends = 3;
const day = 86_400_000;

/** Whether the submitter has shown that the address is theirs. */
export function isConfirmed({ confirmedAt, status }: Pick<Case, 'confirmedAt' | 'status'>): boolean {
  if (confirmedAt !== undefined) return true;
  return !['received', 'awaiting-confirmation', 'spam', 'lapsed', 'withdrawn'].includes(status);
}

/**
 * Whether a link may be used for an act at all. The first status link belongs to whoever posted the form, who may not be whose
 * address it names: more than to withdraw what nobody has confirmed takes a link that was mailed.
 */
export function maySend(of: Case, { mailed = false }: Pick<Link, 'mailed'>, action: SubmitterAction): boolean {
  if (action === 'resend') return true;
  return isConfirmed(of) ? mailed : action === 'withdraw';
}

/** Whether a link may be used to have a copy of all that is kept. */
export function mayHaveCopy(of: Case, { mailed = false }: Pick<Link, 'mailed'>): boolean {
  return mailed && isConfirmed(of);
}

/** What can be done with the case as it stands. */
export function possibleActions(of: Case, now: Date): readonly SubmitterAction[] {
  return submitterActions.filter((action) => isPossible(of, action, now));
}

function isPossible(of: Case, action: SubmitterAction, now: Date): boolean {
  if (of.eraseAt !== undefined) return false;
  switch (action) {
    case 'withdraw':
      return statusAfter('withdraw', of.status) !== undefined;
    case 'hide-contact':
      return isPublic(of) && of.publication?.showsContact === true;
    case 'revise':
      return of.status === 'published' || of.status === 'changes-requested';
    case 'erase':
      return true;
    case 'confirm-current':
      return isCurrencyInQuestion(of, now);
    case 'resend':
      // Nobody knows yet whose address that is, so it gets only what is needed to confirm it, and not day after day.
      if (!isConfirmed(of)) return of.status === 'awaiting-confirmation' && of.resends < mostResends;
      return resentToday(of, now).length < mostResends;
  }
}

function resentToday({ resentAt }: Case, now: Date): readonly string[] {
  const since = new Date(now.getTime() - day).toISOString();
  return resentAt.filter((at) => at > since);
}

export type Acted = { kind: 'acted'; next: Case } | { kind: 'acted-before' } | { kind: 'not-possible' };

/**
 * Takes a case back, whatever it waits for. What readers have seen or are about to see is withdrawn as well; whoever has
 * answered the review that is open is told.
 */
export function withdraw(current: Case, now: Date, by?: string): Acted {
  return takenBack(current, now, {}, by);
}

/**
 * The owner of the address says that they sent nothing in: nobody is to read it. Whoever has confirmed the address knows
 * better, and withdraws from the status page.
 */
export function disown(current: Case, now: Date): Acted | { kind: 'confirmed-before' } {
  return isConfirmed(current) ? { kind: 'confirmed-before' } : takenBack(current, now, { isUnwanted: true });
}

function takenBack(current: Case, now: Date, more: { readonly isUnwanted?: true } = {}, by?: string): Acted {
  if (current.status === 'withdrawn') return { kind: 'acted-before' };
  const withdrawnAt = now.toISOString();
  const publication = current.publication && changedPublication(current.publication, { withdrawnAt });
  const voters = current.question?.kind === 'review' ? votesOf(current).map(({ by }) => by) : [];
  const changes = { ...answered(current, now), publication, withdrawal: { voters, ...more } };
  const reason = more.isUnwanted && ('unwanted' as const);
  const next = act(current, 'withdraw', now, 'withdrawn', changes, { by, reason });
  return next === undefined ? { kind: 'not-possible' } : { kind: 'acted', next };
}

/**
 * All that was sent in is erased soon: what is alive is withdrawn first, so that readers no longer see it and everybody who
 * waits for it is told. The reconciler sends the mail that says so where no driver is left.
 */
export function erase(current: Case, now: Date, by?: string): Acted {
  if (current.eraseAt !== undefined) return { kind: 'acted-before' };
  const withdrawn = withdraw(current, now, by);
  const ended = withdrawn.kind === 'acted' ? withdrawn.next : amend(current, lookSoon(now));
  const next = record(ended, now, 'asked-to-erase', { eraseAt: eraseSoon(now) }, { by });
  return { kind: 'acted', next: together(ended, next) };
}

/** Takes the contact out of the catalogue. What is sent in later may show it again. */
export function hideContact(current: Case, now: Date): Acted {
  const { publication } = current;
  if (publication === undefined || !isPublic(current)) return { kind: 'not-possible' };
  if (!publication.showsContact) return { kind: 'acted-before' };
  const hidden = changedPublication(publication, { showsContact: false, contactHiddenAt: now.toISOString() });
  const changes = { ...carriedOn(current, now), publication: hidden };
  return { kind: 'acted', next: record(current, now, 'contact-hidden', changes) };
}

/** The submitter says that what is published is still right. */
export function confirmCurrent(current: Case, now: Date): Acted {
  const { publication } = current;
  if (publication === undefined || current.status !== 'published') return { kind: 'not-possible' };
  const confirmed = { currentAt: now.toISOString(), asked: 0, unconfirmedSince: undefined };
  if (publication.unconfirmedSince === undefined)
    return {
      kind: 'acted',
      next: record(current, now, 'confirmed-current', { publication: { ...publication, ...confirmed } }),
    };
  const changes = { ...carriedOn(current, now), publication: changedPublication(publication, confirmed) };
  return { kind: 'acted', next: record(current, now, 'confirmed-current', changes) };
}

/** The links of the case are mailed anew, to its address. The reconciler sends what is owed. */
export function resend(current: Case, now: Date, by?: string): Acted {
  if (!isPossible(current, 'resend', now)) return { kind: 'not-possible' };
  const resentAt = [...current.resentAt, now.toISOString()].slice(-mostResends);
  const { checkAt } = current;
  const soon = lookSoon(now);
  const isSooner = checkAt !== undefined && soon.checkAt !== undefined && checkAt < soon.checkAt;
  const changes = { resentAt, resends: current.resends + 1, ...(isSooner ? {} : soon) };
  return { kind: 'acted', next: record(current, now, 'asked-for-links', changes, { by }) };
}

/** The driver brings the catalogue up to date before it goes on waiting for whatever the case asks. */
function carriedOn(current: Case, now: Date) {
  return { ...answered(current, now), question: current.question };
}

/** What each action does to a case. To revise is a form of its own. */
export const actOn = {
  withdraw,
  erase,
  'hide-contact': hideContact,
  'confirm-current': confirmCurrent,
  resend,
} as const satisfies Record<Exclude<SubmitterAction, 'revise'>, (current: Case, now: Date) => Acted>;
