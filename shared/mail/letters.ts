import { commentsOf, type FieldComment, fieldCommentsOf } from '#shared/case/decision.ts';
import { entryIdOf } from '#shared/case/publication.ts';
import { takenSteps } from '#shared/case/question.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import type { LinkKind } from '#shared/links/link.ts';
import { factsOf, fieldName } from './facts.ts';
import type { Block } from './letter.ts';
import type { MailKind } from './mail-kind.ts';
import { type MailOrder, recipientsVote, required, requiredDecision } from './order.ts';
import type { MailTexts, PageName } from './texts/mails.ts';

/** The links that each kind of mail carries. */
export const neededLinks: Readonly<Record<MailKind, readonly LinkKind[]>> = {
  confirm: ['confirm', 'status'],
  'confirm-reminder': ['confirm', 'status'],
  review: ['review'],
  'review-reminder': ['review'],
  'tie-break': ['review'],
  delay: ['status'],
  revise: ['revise', 'status'],
  'revise-reminder': ['revise', 'status'],
  acknowledgement: [],
  published: ['status'],
  rejected: ['status'],
  lapsed: ['status'],
  'revision-rejected': ['status'],
  'revision-lapsed': ['status'],
  withdrawn: ['status'],
  'withdrawn-vote': [],
  erased: [],
  'link-anew': ['status'],
  'still-right': ['status'],
};

/** What each kind of mail says, from the greeting to the farewell, in any language. */
export const letters: Readonly<Record<MailKind, (texts: MailTexts, order: MailOrder) => readonly Block[]>> = {
  confirm: (texts, order) => [
    texts.confirm.stored,
    factsOf(order, texts),
    texts.confirm.oneStepLeft,
    linkTo('confirm', texts, order),
    texts.confirm.until({ day: untilOf(order) }),
    texts.confirm.receipt,
    linkTo('status', texts, order),
    texts.confirm.otherwise,
  ],
  'confirm-reminder': (texts, order) => [
    texts.confirmReminder.notConfirmed,
    factsOf(order, texts),
    texts.confirmReminder.until({ day: untilOf(order) }),
    linkTo('confirm', texts, order),
    linkTo('status', texts, order),
    texts.notYou,
  ],
  review: (texts, order) => [
    isRevision(order) ? texts.review.revised : texts.review.sentIn,
    ...whyAsked(texts, order),
    factsOf(order, texts),
    ...(isRevision(order) && order.case.decision?.decision === 'request-changes'
      ? comments(texts.review.askedFor, order)
      : []),
    ...noticed(texts, order),
    ...approvalsNeeded(texts, order),
    texts.review.decide,
    texts.decidesNothing,
    linkTo('review', texts, order),
    texts.review.until({ day: untilOf(order) }),
    texts.review.personal,
  ],
  'review-reminder': (texts, order) => [
    texts.reviewReminder.waiting,
    factsOf(order, texts),
    texts.decidesNothing,
    linkTo('review', texts, order),
    texts.reviewReminder.until({ day: untilOf(order) }),
    texts.review.personal,
  ],
  'tie-break': (texts, order) => [
    texts.tieBreak.disagree,
    factsOf(order, texts),
    texts.tieBreak.alone,
    texts.decidesNothing,
    linkTo('review', texts, order),
    texts.tieBreak.until({ day: untilOf(order) }),
    texts.review.personal,
  ],
  delay: (texts, order) => [
    texts.delay.sorry,
    factsOf(order, texts),
    `${texts.delay.nothingLost} ${order.case.question?.reminds ? texts.delay.reminded : texts.delay.leadAsked}`,
    linkTo('status', texts, order),
  ],
  revise: (texts, order) => [texts.revise.thanks, ...requestedChanges(texts, order)],
  'revise-reminder': (texts, order) => [texts.reviseReminder.waiting, ...requestedChanges(texts, order)],
  acknowledgement: (texts, order) => [
    received(texts, order),
    factsOf(order, texts),
    ...ownComments(texts.acknowledgement.yourComment, order),
    whatFollows(texts, order),
    texts.acknowledgement.discretion,
    texts.acknowledgement.notYours,
  ],
  published: (texts, order) => [
    texts.published.goodNews,
    factsOf(order, texts),
    ...comments(texts.revise.theyWrite, order),
    linkTo('initiative', texts, order),
    texts.published.thanks,
    linkTo('status', texts, order),
  ],
  rejected: (texts, order) => [
    texts.rejected.notPublished,
    factsOf(order, texts),
    ...comments(texts.revise.theyWrite, order),
    caseTexts.in(order.to.language).advice[requiredDecision(order).reason ?? 'other'],
    texts.lapsed.stillThere,
    linkTo('status', texts, order),
  ],
  lapsed: (texts, order) =>
    order.case.decision === undefined
      ? [
          texts.lapsed.unconfirmed,
          factsOf(order, texts),
          texts.lapsed.stillWanted,
          texts.lapsed.stillThere,
          linkTo('status', texts, order),
          texts.notYou,
        ]
      : [
          texts.lapsed.unrevised,
          factsOf(order, texts),
          texts.lapsed.anyTime,
          texts.lapsed.stillThere,
          linkTo('status', texts, order),
        ],
  'revision-rejected': (texts, order) => [
    texts.revisionRejected.notPublished,
    factsOf(order, texts),
    ...comments(texts.revise.theyWrite, order),
    texts.revisionRejected.oldStays,
    linkTo('initiative', texts, order),
    linkTo('status', texts, order),
  ],
  'revision-lapsed': (texts, order) => [
    texts.revisionLapsed.unrevised,
    factsOf(order, texts),
    texts.revisionRejected.oldStays,
    linkTo('initiative', texts, order),
    linkTo('status', texts, order),
  ],
  withdrawn: (texts, order) => [
    texts.withdrawn.done,
    factsOf(order, texts),
    ...(order.case.publication === undefined ? [] : [texts.withdrawn.noLongerShown]),
    texts.withdrawn.notYou,
    linkTo('status', texts, order),
  ],
  'withdrawn-vote': (texts, order) => [texts.withdrawnVote.withdrawn, factsOf(order, texts)],
  erased: (texts, order) => [
    texts.erased.soon,
    factsOf(order, texts),
    ...(order.case.publication === undefined ? [] : [texts.withdrawn.noLongerShown]),
    texts.erased.whatStays,
    texts.erased.notYou,
  ],
  'link-anew': (texts, order) => [
    texts.linkAnew.here,
    factsOf(order, texts),
    linkTo('status', texts, order),
    texts.linkAnew.whatFor,
    texts.notYou,
  ],
  'still-right': (texts, order) => [
    texts.stillRight.asks,
    factsOf(order, texts),
    linkTo('initiative', texts, order),
    texts.stillRight.how,
    linkTo('status', texts, order),
    texts.stillRight.otherwise,
  ],
};

/** Whether moderators have seen an earlier round. */
export function isRevision({ case: of }: MailOrder): boolean {
  return of.round.number > 1;
}

function linkTo(page: PageName, texts: MailTexts, order: MailOrder): Block {
  return { link: { label: texts.pages[page], url: addressOf(page, order) } };
}

function addressOf(page: PageName, { case: of, links, origin }: MailOrder): string {
  if (page === 'initiative') return `${origin}/initiatives/${entryIdOf(of)}`;
  return required(links[page], `a ${page} link`);
}

function untilOf({ case: of, to }: MailOrder): string {
  return lastDay(required(of.question, 'an open question').answerBy, to.language);
}

/** What those wrote who decided. */
function comments(introduction: string, order: MailOrder): Block[] {
  const decision = requiredDecision(order);
  return quoted(introduction, commentsOf(decision), fieldCommentsOf(decision), order);
}

/** What the moderator wrote who gets the mail. */
function ownComments(introduction: string, order: MailOrder): Block[] {
  const decision = requiredDecision(order);
  const own = [...(decision.votes ?? []), decision].find(({ by }) => by === order.to.moderator?.id);
  return quoted(introduction, own?.comment === undefined ? [] : [own.comment], own?.comments, order);
}

/** First about the whole, then field by field. */
function quoted(
  introduction: string,
  whole: readonly string[],
  ofFields: readonly FieldComment[] = [],
  order: MailOrder,
): Block[] {
  if (whole.length === 0 && ofFields.length === 0) return [];
  const about = ofFields.flatMap(({ pointer, comment }): Block[] => [
    `${fieldName(order, pointer)}:`,
    { quote: comment },
  ]);
  return [introduction, ...whole.map((quote) => ({ quote })), ...about];
}

/** Whether the mail goes to the moderator whose vote decided. */
function isDecider(order: MailOrder): boolean {
  return order.to.moderator?.id === requiredDecision(order).by;
}

function received({ acknowledgement }: MailTexts, order: MailOrder): string {
  if (recipientsVote(order) !== undefined) return acknowledgement.otherwise;
  return isDecider(order) ? acknowledgement.received : acknowledgement.withOthers;
}

/** What is asked for, and the link with which it is done. */
function requestedChanges(texts: MailTexts, order: MailOrder): Block[] {
  return [
    factsOf(order, texts),
    ...whatToChange(texts, order),
    texts.revise.everythingIsThere,
    linkTo('revise', texts, order),
    texts.revise.until({ day: untilOf(order) }),
    linkTo('status', texts, order),
  ];
}

function whatToChange({ revise }: MailTexts, order: MailOrder): Block[] {
  const said = comments(revise.theyWrite, order);
  return said.length === 0 ? [revise.noComment] : said;
}

function whatFollows({ acknowledgement }: MailTexts, order: MailOrder): string {
  const { decision, comment, comments: ofFields } = requiredDecision(order);
  return decision === 'request-changes' && comment === undefined && ofFields === undefined
    ? acknowledgement.changesWithoutComment
    : acknowledgement.next[decision];
}

function approvalsNeeded({ review }: MailTexts, { case: { question } }: MailOrder): string[] {
  const { approvals = 1 } = question ?? {};
  return approvals > 1 ? [review.needed({ approvals })] : [];
}

function noticed(texts: MailTexts, { case: of, to }: MailOrder): string[] {
  const { suspicions } = caseTexts.in(to.language);
  const sentences = of.verdict.reasons.map((suspicion) => suspicions[suspicion]).join(' ');
  return sentences === '' ? [] : [texts.review.noticed({ sentences })];
}

/** The first reviewers head the list; a deputy and the lead institution come in when a step of the question says so. */
function whyAsked({ review }: MailTexts, { case: of, to: { moderator, institution } }: MailOrder): string[] {
  if (of.question === undefined || moderator === undefined || institution === undefined) return [];
  const sits = (id: string | undefined) => institution.moderators.some((colleague) => colleague.id === id);
  const taken = takenSteps(of.question);
  if (taken.includes('ask-deputy') && !sits(moderator.id)) return [review.asDeputy];
  if (taken.includes('ask-lead') && institution.lead && !sits(of.reviewers[0])) return [review.asLead];
  return [];
}
