import type { Case } from '#shared/case/case.ts';
import type { MailKind } from '#shared/mail/mail-kind.ts';
import type { MailOrder } from '#shared/mail/order.ts';
import type { OwedMail } from './owed-mails.ts';
import { seatOf } from './routing.ts';
import type { ModerationSettings } from './settings.ts';

/** Who gets a mail: the moderator whom it names, in their language, or else the submitter in theirs. */
export function recipientOf(
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
  'tie-break': 'nobody',
  delay: 'lead',
  revise: 'deciding',
  'revise-reminder': 'deciding',
  acknowledgement: 'nobody',
  published: 'nobody',
  rejected: 'deciding',
  lapsed: 'nobody',
  'revision-rejected': 'deciding',
  'revision-lapsed': 'nobody',
  withdrawn: 'lead',
  'withdrawn-vote': 'nobody',
  erased: 'lead',
  'link-anew': 'nobody',
  'still-right': 'lead',
};

/** Where that institution reads it; undefined where nobody does. */
export function contactFor(
  { institutions }: ModerationSettings,
  { decision }: Case,
  kind: MailKind,
): string | undefined {
  switch (answeredBy[kind]) {
    case 'deciding':
      return institutions.find(({ id }) => id === decision?.institution)?.contact;
    case 'lead':
      return institutions.find(({ lead }) => lead)?.contact;
    case 'nobody':
      return undefined;
  }
}
