import { decisionKinds } from '#shared/case/case.ts';
import { each, family, sentence, text } from '#shared/i18n/texts.ts';

/** The page on which a moderator reads and decides. */
export const reviewTexts = family(import.meta.dirname, 'review', {
  title: text,
  nothingYet: text,
  firstRound: text,
  laterRound: sentence('round'),
  submission: text,
  leftEmpty: text,
  suspicions: text,
  earlier: text,
  yourDecision: text,
  decisions: each(decisionKinds, { label: text, hint: text }),
  reason: text,
  reasonHint: text,
  /** Stands before the name of a language. */
  submitterReads: text,
  comment: text,
  commentHint: text,
  button: text,
  decidedTitle: text,
  decidedBy: text,
  decidedAt: text,
  staleTitle: text,
  staleText: text,
  /** Why what was sent is not recorded: somebody else was quicker, or one had decided before. */
  notRecorded: { others: text, own: text },
  /** Stands above what was typed and not recorded. */
  yourComment: text,
  before: text,
  after: text,
  nothingBefore: text,
});
