import { family, sentence, text } from '#shared/i18n/texts.ts';

/** The page on which a submitter confirms the address. */
export const confirmTexts = family(import.meta.dirname, 'confirm', {
  title: text,
  explain: text,
  until: sentence('day'),
  nothingYet: text,
  button: text,
  confirmedTitle: text,
  confirmedText: text,
  confirmedBeforeTitle: text,
  tooLateTitle: text,
  tooLateText: text,
  /** For who gets the mail and sent nothing in: asked once more, then done. */
  notMe: text,
  notMeTitle: text,
  notMeText: text,
  notMeButton: text,
  notMeBack: text,
  notMeDoneTitle: text,
  notMeDoneText: text,
  /** Where no unconfirmed submission mails to the address any more for so long. */
  notMeQuiet: sentence('days'),
});
