import { family, sentence, text } from '#shared/i18n/texts.ts';

/** The page on which a submitter answers requested changes. */
export const reviseTexts = family(import.meta.dirname, 'revise', {
  title: text,
  asked: sentence('institution'),
  /** Instead of what was asked for, above what is published. */
  ofPublished: text,
  noComment: text,
  until: sentence('day'),
  send: text,
  sentTitle: text,
  sentText: text,
  /** Another version arrived first. */
  overtakenTitle: text,
  overtaken: text,
  /** The same where the link has expired, and where the submitter has withdrawn the case. */
  linkOver: text,
  withdrawn: text,
  draftTooLarge: text,
  toStatus: text,
  /** The time to answer is over: shown above changes that were sent too late. */
  tooLate: text,
  closedTitle: text,
  closedText: text,
  save: text,
  saved: sentence('time'),
  draft: sentence('time'),
  /** Stands above links to the fields that have a comment of their own. */
  aboutFields: text,
  /** Stands above a comment on one field. */
  aboutField: text,
});
