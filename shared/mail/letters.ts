import { takenSteps } from '#shared/case/question.ts';
import { caseLabels } from '#shared/case/texts/labels.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import type { LinkKind } from '#shared/links/link.ts';
import { factsOf } from './facts.ts';
import type { Block } from './letter.ts';
import type { MailKind } from './mail-kind.ts';
import { type MailOrder, required, requiredDecision } from './order.ts';
import type { MailTexts, PageName } from './texts/mails.ts';

/** The links that each kind of mail carries. */
export const neededLinks: Readonly<Record<MailKind, readonly LinkKind[]>> = {
  confirm: ['confirm', 'status'],
  'confirm-reminder': ['confirm', 'status'],
  review: ['review'],
  'review-reminder': ['review'],
  delay: ['status'],
  revise: ['revise', 'status'],
  'revise-reminder': ['revise', 'status'],
  acknowledgement: [],
  published: ['status'],
  rejected: ['status'],
  lapsed: ['status'],
};

/** What each kind of mail says, from the greeting to the farewell, in any language. */
export const letters: Readonly<Record<MailKind, (words: MailTexts, order: MailOrder) => readonly Block[]>> = {
  confirm: (words, order) => [
    words.confirm.stored,
    factsOf(order, words),
    words.confirm.oneStepLeft,
    linkTo('confirm', words, order),
    words.confirm.until({ day: untilOf(order) }),
    words.confirm.receipt,
    linkTo('status', words, order),
    words.confirm.otherwise,
  ],
  'confirm-reminder': (words, order) => [
    words.confirmReminder.notConfirmed,
    factsOf(order, words),
    words.confirmReminder.until({ day: untilOf(order) }),
    linkTo('confirm', words, order),
    linkTo('status', words, order),
    words.notYou,
  ],
  review: (words, order) => [
    isRevision(order) ? words.review.revised : words.review.sentIn,
    ...whyAsked(words, order),
    factsOf(order, words),
    ...noticed(words, order),
    words.review.decide,
    words.decidesNothing,
    linkTo('review', words, order),
    words.review.until({ day: untilOf(order) }),
    words.review.personal,
  ],
  'review-reminder': (words, order) => [
    words.reviewReminder.waiting,
    factsOf(order, words),
    words.decidesNothing,
    linkTo('review', words, order),
    words.reviewReminder.until({ day: untilOf(order) }),
    words.review.personal,
  ],
  delay: (words, order) => [
    words.delay.sorry,
    factsOf(order, words),
    `${words.delay.nothingLost} ${order.case.question?.reminds ? words.delay.reminded : words.delay.leadAsked}`,
    linkTo('status', words, order),
  ],
  revise: (words, order) => [
    words.revise.thanks,
    factsOf(order, words),
    ...whatToChange(words, order),
    words.revise.everythingIsThere,
    linkTo('revise', words, order),
    words.revise.until({ day: untilOf(order) }),
    linkTo('status', words, order),
  ],
  'revise-reminder': (words, order) => [
    words.reviseReminder.waiting,
    factsOf(order, words),
    ...whatToChange(words, order),
    words.revise.everythingIsThere,
    linkTo('revise', words, order),
    words.revise.until({ day: untilOf(order) }),
    linkTo('status', words, order),
  ],
  acknowledgement: (words, order) => [
    words.acknowledgement.received,
    factsOf(order, words),
    ...comment(words.acknowledgement.yourComment, order),
    whatFollows(words, order),
    words.acknowledgement.discretion,
    words.acknowledgement.notYours,
  ],
  published: (words, order) => [
    words.published.goodNews,
    factsOf(order, words),
    ...comment(words.revise.theyWrite, order),
    linkTo('initiative', words, order),
    words.published.thanks,
    linkTo('status', words, order),
  ],
  rejected: (words, order) => [
    words.rejected.notPublished,
    factsOf(order, words),
    ...comment(words.revise.theyWrite, order),
    words.advice[requiredDecision(order).reason ?? 'other'],
    linkTo('form', words, order),
    linkTo('status', words, order),
  ],
  lapsed: (words, order) =>
    order.case.decision === undefined
      ? [
          words.lapsed.unconfirmed,
          factsOf(order, words),
          words.lapsed.stillWanted,
          linkTo('form', words, order),
          words.lapsed.stillThere,
          linkTo('status', words, order),
          words.notYou,
        ]
      : [
          words.lapsed.unrevised,
          factsOf(order, words),
          words.lapsed.anyTime,
          linkTo('form', words, order),
          words.lapsed.stillThere,
          linkTo('status', words, order),
        ],
};

/** Whether moderators have seen an earlier round. */
export function isRevision({ case: of }: MailOrder): boolean {
  return of.round.number > 1;
}

function linkTo(page: PageName, words: MailTexts, order: MailOrder): Block {
  return { link: { label: words.pages[page], url: addressOf(page, order) } };
}

function addressOf(page: PageName, { case: of, links, origin }: MailOrder): string {
  if (page === 'form') return `${origin}/forms/${of.form}`;
  if (page === 'initiative') return `${origin}/initiatives/${of.id}`;
  return required(links[page], `a ${page} link`);
}

function untilOf({ case: of, to }: MailOrder): string {
  return lastDay(required(of.question, 'an open question').answerBy, to.language);
}

function comment(introduction: string, order: MailOrder): Block[] {
  const said = requiredDecision(order).comment;
  return said === undefined ? [] : [introduction, { quote: said }];
}

function whatToChange({ revise }: MailTexts, order: MailOrder): Block[] {
  const said = comment(revise.theyWrite, order);
  return said.length === 0 ? [revise.noComment] : said;
}

function whatFollows({ acknowledgement }: MailTexts, order: MailOrder): string {
  const { decision, comment: said } = requiredDecision(order);
  return decision === 'request-changes' && said === undefined
    ? acknowledgement.changesWithoutComment
    : acknowledgement.next[decision];
}

function noticed(words: MailTexts, { case: of, to }: MailOrder): string[] {
  const { suspicions } = caseLabels.in(to.language);
  const sentences = of.verdict.reasons.map((suspicion) => suspicions[suspicion]).join(' ');
  return sentences === '' ? [] : [words.review.noticed({ sentences })];
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
