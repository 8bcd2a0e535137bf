import { family, text } from '#shared/i18n/texts.ts';

/** Around every page. What the menu calls a form comes from the form itself. */
export const frameTexts = family(import.meta.dirname, 'frame', {
  /** Stands before the short name of a submission. */
  reference: text,
  skip: text,
  menu: text,
  language: text,
  readInitiatives: text,
  footer: text,
  /** The name of the links in the footer, and what they say. */
  aboutUs: text,
  privacy: text,
  contact: text,
  /** On the page of a problem: the heading of where to go from there, and the first of the links. */
  onward: text,
  home: text,
});
