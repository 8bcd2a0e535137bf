import { logError } from '#shared/aws/log.ts';
import type { Mailer } from '#shared/aws/mailer.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { linkAddress } from '#shared/links/link.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { compose, linksOf } from '#shared/mail/compose.ts';
import type { MailKind } from '#shared/mail/mail-kind.ts';
import type { MailOrder } from '#shared/mail/order.ts';
import { type OwedMail, owedMails } from './owed-mails.ts';
import { seatOf } from './routing.ts';
import type { ModerationSettings } from './settings.ts';

export interface MailPorts {
  readonly cases: CaseStore;
  readonly links: LinkStore;
  readonly mailer: Mailer;
  readonly settings: ModerationSettings;
  /** Where our pages are: `https://…` without a slash at the end. */
  readonly origin: string;
  readonly now: () => Date;
}

/**
 * Sends what a case owes and has not sent. Safe to repeat: each mail is noted after it has left, so only one that was in
 * flight when the process died can leave twice. One address that fails does not hold up the others.
 */
export async function deliverOwedMails(ports: MailPorts, of: Case): Promise<void> {
  const sent = await ports.cases.sentMails(of.id);
  let failure: unknown;
  for (const mail of owedMails(of)) {
    if (sent.has(mail.key)) continue;
    try {
      await deliver(ports, of, mail);
    } catch (error) {
      logError('a mail could not be sent', error, { submissionId: of.id });
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
}

async function deliver(ports: MailPorts, of: Case, mail: OwedMail): Promise<void> {
  const recipient = recipientOf(ports.settings, of, mail);
  // A moderator who has left the settings is owed nothing any more.
  if (recipient === undefined) return;
  const { email, ...to } = recipient;
  const links = await mintLinks(ports, of, mail);
  const contact = contactFor(ports.settings, of, mail.kind);
  const letter = compose({ kind: mail.kind, case: of, to, links, origin: ports.origin, contact });
  const messageId = await ports.mailer.send({ to: email, replyTo: contact, ...letter });
  await ports.cases.noteMail(of.id, mail.key, { at: ports.now().toISOString(), messageId });
}

/** Who gets a mail: the moderator whom it names, in their language, or else the submitter in theirs. */
function recipientOf(
  settings: ModerationSettings,
  of: Case,
  mail: OwedMail,
): (MailOrder['to'] & { email: string }) | undefined {
  if (mail.moderator === undefined) return { ...of.submitter, language: of.language };
  const seat = seatOf(settings, mail.moderator);
  return seat && { ...seat, name: seat.moderator.name, email: seat.moderator.email, language: seat.moderator.language };
}

/** Which institution reads what is answered to a mail. */
const answeredBy: Readonly<Record<MailKind, 'deciding' | 'lead' | 'nobody'>> = {
  confirm: 'nobody',
  'confirm-reminder': 'nobody',
  review: 'nobody',
  'review-reminder': 'nobody',
  delay: 'lead',
  revise: 'deciding',
  'revise-reminder': 'deciding',
  acknowledgement: 'nobody',
  published: 'nobody',
  rejected: 'deciding',
  lapsed: 'nobody',
};

/** Where that institution reads it; undefined where nobody does. */
function contactFor({ institutions }: ModerationSettings, { decision }: Case, kind: MailKind): string | undefined {
  switch (answeredBy[kind]) {
    case 'deciding':
      return institutions.find(({ id }) => id === decision?.institution)?.contact;
    case 'lead':
      return institutions.find(({ lead }) => lead)?.contact;
    case 'nobody':
      return undefined;
  }
}

/** New links for this mail; earlier ones to the same case keep working. */
async function mintLinks(
  { links, origin, now }: MailPorts,
  of: Case,
  { kind, moderator }: OwedMail,
): Promise<MailOrder['links']> {
  const minted = linksOf(kind).map(async (link) => {
    const secret = await links.mint(newLink(link, of, now(), moderator));
    return [link, linkAddress(origin, link, secret)] as const;
  });
  return Object.fromEntries(await Promise.all(minted));
}
