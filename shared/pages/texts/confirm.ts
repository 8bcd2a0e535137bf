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
});
