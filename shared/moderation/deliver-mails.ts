import type { Mailer } from '#shared/aws/mailer.ts';
import { logError } from '#shared/aws/telemetry.ts';
import { linkAddress, newLink } from '#shared/links/link.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { composeMail, linksOf, type Recipient } from '#shared/mail/compose.ts';
import type { Case } from '#shared/submission/case.ts';
import type { CaseStore } from '#shared/submission/case-store.ts';
import { type OwedMail, owedMails } from './owed-mails.ts';
import { institutionFor, seatOf } from './routing.ts';
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
 * flight when the power went can leave twice. One address that fails does not hold up the others.
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
  const links = await mintLinks(ports, of, mail);
  const letter = composeMail({ kind: mail.kind, case: of, to: recipient, links, origin: ports.origin });
  const messageId = await ports.mailer.send({ to: recipient.email, ...letter });
  await ports.cases.noteMail(of.id, mail.key, { at: ports.now().toISOString(), messageId });
}

function recipientOf(settings: ModerationSettings, of: Case, { moderator }: OwedMail): Recipient | undefined {
  const { name, email } = of.round.content.contact;
  const institution = institutionFor(settings, of.form, of.round.content);
  if (moderator === undefined)
    return { name, email, language: of.language, institution: of.ruling?.institution ?? institution.id };
  const seat = seatOf(settings, moderator);
  return (
    seat && {
      name: seat.moderator.name,
      email: seat.moderator.email,
      language: seat.moderator.language,
      institution: seat.institution.id,
    }
  );
}

/** New links for this mail; earlier ones to the same case keep working. */
async function mintLinks({ links, origin, now }: MailPorts, of: Case, { kind, moderator }: OwedMail) {
  const minted = linksOf(kind).map(async (link) => {
    const secret = await links.mint(newLink(link, of, now(), moderator));
    return [link, linkAddress(origin, link, secret)] as const;
  });
  return Object.fromEntries(await Promise.all(minted));
}
