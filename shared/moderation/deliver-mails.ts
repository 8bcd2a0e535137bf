import { logError, logInfo } from '#shared/aws/log.ts';
import type { Mailer } from '#shared/aws/mailer.ts';
import { count } from '#shared/aws/metrics.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { hold } from '#shared/case/driver.ts';
import { isRefused, noteRefusal } from '#shared/case/refusals.ts';
import { askOthers } from '#shared/case/reminder.ts';
import { linkAddress } from '#shared/links/link.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { compose, linksOf } from '#shared/mail/compose.ts';
import type { MailOrder } from '#shared/mail/order.ts';
import { contactFor, recipientOf } from './correspondents.ts';
import { isRationed, isTooLateToAsk } from './mail-budget.ts';
import type { MailBudgets } from './mail-budget-store.ts';
import { type OwedMail, owedMails } from './owed-mails.ts';
import { reviewersOfStep, seatOf } from './routing.ts';
import type { ModerationSettings } from './settings.ts';

export interface MailPorts {
  readonly cases: CaseStore;
  readonly links: LinkStore;
  readonly mailer: Mailer;
  readonly budgets: MailBudgets;
  readonly settings: ModerationSettings;
  /** Where our pages are: `https://…` without a slash at the end. */
  readonly origin: string;
  readonly now: () => Date;
}

/**
 * `all` that is owed has left, or some of it is `deferred` until a time (ISO 8601); `alarming` if an operator must hear of it.
 * `case` is as it is stored now.
 */
export type Delivery = { readonly case: Case } & (
  | { readonly kind: 'all' }
  | {
      readonly kind: 'deferred';
      readonly until: string;
      readonly alarming: boolean;
      /** Until when the mail to confirm the address is held back, if that is why. */
      readonly heldUntil?: string | undefined;
    }
);

/**
 * Why a mail cannot leave now: SES takes no more for the moment, something failed that ought not to, or as many have gone to
 * its address as may for cases that nobody has confirmed.
 */
type Hindrance = 'busy' | 'fault' | { readonly heldUntil: string };

/**
 * Sends what a case owes and has not sent. Safe to repeat: each mail is noted after it has left, so only one that was in
 * flight when the process died can leave twice. A mail that cannot leave now is deferred and holds up no other. An address
 * that takes none is noted at the case, and if nobody is left who can be asked, others are asked at once. A case whose address
 * belongs to somebody who sent nothing in is held.
 */
export async function deliverOwedMails(ports: MailPorts, of: Case): Promise<Delivery> {
  if (owedMails(of).length === 0) return { kind: 'all', case: of };
  let current = of;
  let hindrance: Hindrance | undefined;
  const tried = new Set(await ports.cases.sentMails(of.id));
  const nextMail = () => owedMails(current).find(({ key }) => !tried.has(key));
  for (let mail = nextMail(); mail !== undefined; mail = nextMail()) {
    tried.add(mail.key);
    const ended = await deliver(ports, current, mail);
    if (ended === 'refused') current = await refuse(ports, current, mail);
    else if (ended === 'unwanted') current = await holdUnwanted(ports, current);
    else if (ended !== 'done' && hindrance !== 'fault') hindrance = ended;
    if (nextMail() === undefined) current = await askWhoIsLeft(ports, current);
  }
  return hindrance === undefined ? { kind: 'all', case: current } : deferred(current, hindrance, ports.now());
}

/** Sends one mail. Whatever fails is logged, so that it does not hold up the others. */
async function deliver(
  ports: MailPorts,
  of: Case,
  mail: OwedMail,
): Promise<'done' | 'refused' | 'unwanted' | Hindrance> {
  const recipient = recipientOf(ports.settings, of, mail);
  // A moderator who has left the settings is owed nothing any more, and an address that takes no mail gets none.
  if (recipient === undefined || isRefused(of, recipient.email)) return 'done';
  try {
    const { email, ...to } = recipient;
    if (isRationed(of, mail)) {
      const withheld = await withhold(ports, of, mail, email);
      if (withheld !== undefined) return withheld;
    }
    const links = await mintLinks(ports, of, mail);
    const contact = contactFor(ports.settings, of, mail.kind);
    const letter = compose({ kind: mail.kind, case: of, to, links, origin: ports.origin, contact });
    const sending = await ports.mailer.send({ to: email, replyTo: contact, ...letter });
    if (sending.kind !== 'sent') return sending.kind;
    await ports.cases.noteMail(of.id, mail.key, {
      kind: mail.kind,
      at: ports.now().toISOString(),
      messageId: sending.messageId,
    });
    return 'done';
  } catch (error) {
    logError('a mail could not be sent', error, { submissionId: of.id });
    return 'fault';
  }
}

/**
 * Takes the mail of a case that nobody has confirmed out of the budget of its address; undefined when it may leave. What only
 * reminds is dropped for good; the mail to confirm waits, as long as there is time left to confirm.
 */
async function withhold({ cases, budgets, now }: MailPorts, of: Case, mail: OwedMail, address: string) {
  const onlyReminds = mail.kind !== 'confirm';
  if (!onlyReminds && isTooLateToAsk(of, now())) return heldBack(of, of.question?.answerBy, now());
  const ration = await budgets.take(address, { id: hashOf([of.id, mail.key]), onlyReminds }, now());
  if (ration.kind === 'granted') return undefined;
  if (onlyReminds) {
    await cases.noteMail(of.id, mail.key, { kind: mail.kind, at: now().toISOString(), dropped: true });
    return 'done';
  }
  return ration.kind === 'unwanted' ? 'unwanted' : heldBack(of, ration.until, now());
}

/** After the end of the question nothing is mailed any more, and the workflow acts. */
function heldBack({ question }: Case, until: string | undefined, now: Date): 'done' | { heldUntil: string } {
  if (until === undefined || question === undefined || question.answerBy <= now.toISOString()) return 'done';
  return { heldUntil: until < question.answerBy ? until : question.answerBy };
}

/** Holds a case with the address of somebody who sent nothing in: an operator looks whether that is so. */
async function holdUnwanted({ cases, now }: MailPorts, of: Case): Promise<Case> {
  const changed = await cases.change(of.id, (latest) => {
    const next = hold(latest, 'unwanted', now());
    return next === undefined ? { kind: 'moved-on' as const } : { kind: 'held' as const, next };
  });
  return changed?.case ?? of;
}

/** Notes at the case that the address of a mail takes none. */
async function refuse({ cases, settings, now }: MailPorts, of: Case, mail: OwedMail): Promise<Case> {
  logInfo('an address takes no mail', { submissionId: of.id });
  const recipient = recipientOf(settings, of, mail);
  if (recipient === undefined) return of;
  const changed = await cases.change(of.id, (latest) => noteRefusal(latest, recipient.email, mail.moderator, now()));
  return changed?.case ?? of;
}

/** Asks others at once when no address takes mail of those who were asked for a review, or leaves the case to an operator. */
async function askWhoIsLeft({ cases, settings, now }: MailPorts, of: Case): Promise<Case> {
  const decide = (latest: Case) => {
    const isReachable = (moderator: string) => {
      const seat = seatOf(settings, moderator);
      return seat !== undefined && !isRefused(latest, seat.moderator.email);
    };
    return askOthers(latest, isReachable, (step) => reviewersOfStep(settings, latest, step), now());
  };
  if (decide(of).kind === 'nothing-to-do') return of;
  const changed = await cases.change(of.id, decide);
  if (changed?.outcome.kind === 'parked') count('CasesParked');
  return changed?.case ?? of;
}

const minute = 60_000;
const longestDeferral = 15 * minute;
/** How long SES may be busy before an operator must hear of it: the day's quota does not pass by itself in time. */
const longestBusy = 60 * minute;

/** Until in a minute at first, then as long again as the mail is late already; what is held back, until there is room again. */
function deferred(of: Case, why: Hindrance, now: Date): Delivery {
  if (typeof why === 'object')
    return { kind: 'deferred', until: why.heldUntil, alarming: false, heldUntil: why.heldUntil, case: of };
  const late = now.getTime() - Date.parse(of.updatedAt);
  const until = new Date(now.getTime() + Math.min(Math.max(late, minute), longestDeferral));
  return { kind: 'deferred', until: until.toISOString(), alarming: why === 'fault' || late > longestBusy, case: of };
}

/** New links for this mail; earlier ones to the same case keep working. */
async function mintLinks(
  { links, origin, now }: MailPorts,
  of: Case,
  { kind, moderator }: OwedMail,
): Promise<MailOrder['links']> {
  const minted = linksOf(kind).map(async (link) => {
    const secret = await links.mint({ ...newLink(link, of, now(), moderator), mailed: true });
    return [link, linkAddress(origin, link, secret)] as const;
  });
  return Object.fromEntries(await Promise.all(minted));
}
