import type { Case } from '#shared/case/case.ts';
import { newQuestion } from '#shared/case/question.ts';
import { statusAfter } from '#shared/case/status.ts';
import { actionOf, votesOf } from '#shared/case/votes.ts';
import type { Language } from '#shared/i18n/language.ts';
import { letterFor, linksOf } from '#shared/mail/compose.ts';
import type { Letter } from '#shared/mail/letter.ts';
import type { MailKind } from '#shared/mail/mail-kind.ts';
import { contactFor } from './correspondents.ts';
import type { OpenReview, PostedVote } from './review.ts';
import type { ModerationSettings } from './settings.ts';

interface PreviewPorts {
  readonly settings: ModerationSettings;
  readonly origin: string;
  readonly now: () => Date;
}

/** What the submitter is told of each decision. */
const mailOf: Readonly<Record<ReturnType<typeof actionOf>, MailKind>> = {
  approve: 'published',
  'request-changes': 'revise',
  reject: 'rejected',
  'reject-revision': 'revision-rejected',
};

/** The mail that this vote would cause if it settled the round now. Its links lead nowhere: they are made when it is sent. */
export function previewMail(
  ports: PreviewPorts,
  { case: current, seat }: OpenReview,
  posted: PostedVote,
): { readonly letter: Letter; readonly language: Language } {
  const kind = mailOf[actionOf(current, posted)];
  const of = decidedCase(current, seat.institution.id, posted, ports.now());
  const links = Object.fromEntries(linksOf(kind).map((link) => [link, `${ports.origin}/${link}/…`]));
  const to = { name: current.submitter.name, language: current.language };
  const letter = letterFor({
    kind,
    case: of,
    to,
    links,
    origin: ports.origin,
    contact: contactFor(ports.settings, of, kind),
  });
  return { letter, language: current.language };
}

/** The case as it would be. It has no history: the check number of a mail is not known before. */
function decidedCase(current: Case, institution: string, posted: PostedVote, now: Date): Case {
  const { contentHash: _, ...said } = posted;
  const vote = { ...said, by: '', institution, round: current.round.number, at: now.toISOString() };
  return {
    ...current,
    status: statusAfter(actionOf(current, posted), 'in-review') ?? current.status,
    question: posted.decision === 'request-changes' ? newQuestion('revise', '', now) : undefined,
    decision: { ...vote, votes: [...votesOf(current), vote] },
    facts: [],
  };
}
