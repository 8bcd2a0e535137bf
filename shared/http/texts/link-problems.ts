import { each, family, text } from '#shared/i18n/texts.ts';

/** What can go wrong behind a mailed link. */
export const linkProblemCodes = [
  'unknown-link',
  'link-expired',
  'already-decided',
  'stale-content',
  'own-submission',
  'not-yours',
  'too-late',
  'mailed-link-needed',
  'not-possible',
  'already-confirmed',
  'gone',
] as const;

/** As in problems.ts. */
export const linkProblemTexts = family(
  import.meta.dirname,
  'link-problems',
  each(linkProblemCodes, { title: text, detail: text }),
);
