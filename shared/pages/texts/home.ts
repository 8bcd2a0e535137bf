import { each, family, text } from '#shared/i18n/texts.ts';

/** From filling in to being read, step by step. */
export const homeSteps = ['fillIn', 'confirm', 'review', 'published'] as const;

/** The front page. What it says of a form comes from the form itself. */
export const homeTexts = family(import.meta.dirname, 'home', {
  lead: text,
  readTitle: text,
  readText: text,
  howTitle: text,
  how: each(homeSteps, text),
  whoTitle: text,
  who: text,
});
