import { each, family, text } from '#shared/i18n/texts.ts';

/** What can go wrong with any request. */
export const problemCodes = [
  'invalid-parameter',
  'unknown-form',
  'not-found',
  'method-not-allowed',
  'gone',
  'too-many',
  'unavailable',
  'internal',
] as const;

/** `title` names the kind of problem; `detail` says what happened and what can be done. */
export const problemTexts = family(import.meta.dirname, 'problems', each(problemCodes, { title: text, detail: text }));
