import type { Case, Question } from '#shared/case/case.ts';
import type { Decision } from '#shared/case/decision.ts';
import { newQuestion } from '#shared/case/question.ts';
import type { Status } from '#shared/case/status.ts';
import type { Language } from '#shared/i18n/language.ts';
import { linksOf } from '#shared/mail/compose.ts';
import type { MailKind } from '#shared/mail/mail-kind.ts';
import type { MailOrder } from '#shared/mail/order.ts';
import type { Institution, Moderator } from '#shared/moderation/settings.ts';

/** Every kind of mail and the status in which a case owes it. */
export const statusOf: Readonly<Record<MailKind, Status>> = {
  confirm: 'awaiting-confirmation',
  'confirm-reminder': 'awaiting-confirmation',
  review: 'in-review',
  'review-reminder': 'in-review',
  'tie-break': 'in-review',
  delay: 'in-review',
  revise: 'changes-requested',
  'revise-reminder': 'changes-requested',
  acknowledgement: 'approved',
  published: 'published',
  rejected: 'rejected',
  lapsed: 'lapsed',
  'revision-rejected': 'published',
  'revision-lapsed': 'published',
  withdrawn: 'withdrawn',
  'withdrawn-vote': 'withdrawn',
  erased: 'withdrawn',
  'link-anew': 'in-review',
  'still-right': 'published',
};

export const mailKinds = Object.keys(statusOf).filter((kind): kind is MailKind => Object.hasOwn(statusOf, kind));

const moderatorKinds: readonly MailKind[] = [
  'review',
  'review-reminder',
  'tie-break',
  'acknowledgement',
  'withdrawn-vote',
];

const answerableKinds: readonly MailKind[] = [
  'delay',
  'revise',
  'revise-reminder',
  'rejected',
  'revision-rejected',
  'withdrawn',
  'erased',
  'still-right',
];

/** The kinds that go to the submitter. */
export const submitterKinds = mailKinds.filter((kind) => !moderatorKinds.includes(kind));

export const reviewer: Moderator = { id: 'maria', name: 'Maria Granskare', email: 'maria@example.org', language: 'sv' };
export const nordregio: Institution = {
  id: 'nordregio',
  lead: false,
  contact: 'ask@nordregio.example',
  moderators: [reviewer, { ...reviewer, id: 'jonas' }],
  deputy: { ...reviewer, id: 'helle' },
};

const secret = 'kJ3v_0aQ-9sXbT2mYc7LdPfRgHwNzUoEi1A5B6C8D4e';
export const origin = 'https://clearing.example.org';

const questions: Partial<Record<Status, Question['kind']>> = {
  'awaiting-confirmation': 'confirm',
  'in-review': 'review',
  'changes-requested': 'revise',
};

const decisions: Partial<Record<Status, Decision['decision']>> = {
  'changes-requested': 'request-changes',
  approved: 'approve',
  published: 'approve',
  rejected: 'reject',
};

/** A case with what it has in that status. */
export function sampleCase(status: Status): Case {
  const asked = questions[status];
  const decision = decisions[status];
  return {
    id: '01928e6a-7b1c-7c3e-9a55-0f6f5d0c1a2b',
    reference: '7KX4-9QTC',
    form: 'initiative',
    status,
    version: 3,
    language: 'sv',
    submitter: { name: 'Aino Esimerkki', email: 'aino@example.org' },
    round: {
      number: 1,
      content: {
        title: 'Kielikahvila & naapurit',
        summary: 'Naapurit ja vastasaapuneet puhuvat suomea kahvin ääressä.',
        language: 'fi',
        countries: ['FI', 'SE'],
        organisation: 'Espoon kaupunki',
        themes: ['language'],
        contact: { name: 'Aino Esimerkki', email: 'aino@example.org', public: false },
      },
      contentHash: 'a'.repeat(64),
      postedAt: '2026-02-20T09:00:00.000Z',
    },
    verdict: { kind: 'clean', reasons: [] },
    asking: 0,
    reviewers: ['maria', 'jonas'],
    refused: [],
    resends: 0,
    resentAt: [],
    told: false,
    createdAt: '2026-02-20T09:00:00.000Z',
    updatedAt: '2026-02-20T09:00:00.000Z',
    facts: [],
    ...(asked && {
      question: newQuestion(asked, 't', new Date('2026-02-20T09:00:00.000Z')),
    }),
    ...(decision && { decision: taken(decision) }),
  };
}

function taken(decision: Decision['decision']): Decision {
  return {
    decision,
    ...(decision === 'reject' && { reason: 'incomplete' }),
    comment: 'Kerro, kuinka moni on osallistunut.\nJa mitä opitte?',
    by: 'maria',
    institution: 'nordregio',
    round: 1,
    at: '2026-02-25T09:00:00.000Z',
  };
}

/** An order for a mail of that kind, as the delivery makes it. */
export function sampleOrder(kind: MailKind, language: Language, of: Case = sampleCase(statusOf[kind])): MailOrder {
  const links = Object.fromEntries(linksOf(kind).map((link) => [link, `${origin}/${link}/${secret}`]));
  const to = moderatorKinds.includes(kind)
    ? { name: reviewer.name, language, moderator: reviewer, institution: nordregio }
    : { name: of.round.content.contact.name, language };
  const contact = answerableKinds.includes(kind) ? { contact: nordregio.contact } : {};
  return { kind, case: of, to, links, origin, ...contact };
}

/** The same case under another title. */
export function titled(of: Case, title: string): Case {
  return { ...of, round: { ...of.round, content: { ...of.round.content, title } } };
}

/** The same case, decided without a word. */
export function withoutComment(of: Case): Case {
  if (of.decision === undefined) return of;
  const { comment: _, ...decision } = of.decision;
  return { ...of, decision };
}
