import { family, sentence, text } from '#shared/i18n/texts.ts';

/** What the service calls itself: the word for a clearing centre follows the programme's own texts in each language. */
export const serviceTexts = family(import.meta.dirname, 'service', {
  name: text,
  /** What it is, beside its name: nobody knows what a clearing centre does. */
  purpose: text,
  /** A title or a label inside a sentence, between the quotation marks of the language: so no language has to inflect it. */
  quoted: sentence('text'),
  /** A day and time of day, and by whose clock: the one that `spoken` names for the language. */
  moment: sentence('time'),
});
