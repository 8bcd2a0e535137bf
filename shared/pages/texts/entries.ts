import { family, text } from '#shared/i18n/texts.ts';

/** The catalogue: its list, and one entry. */
export const entriesTexts = family(import.meta.dirname, 'entries', {
  title: text,
  none: text,
  published: text,
  updated: text,
  next: text,
  newest: text,
  about: text,
  all: text,
});
