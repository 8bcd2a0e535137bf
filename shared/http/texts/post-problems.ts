import { each, family, text } from '#shared/i18n/texts.ts';

/** What can go wrong with what was posted. */
export const postProblemCodes = [
  'malformed-body',
  'unsupported-media-type',
  'body-too-large',
  'invalid-fields',
  'not-storable',
  'idempotency-key-reused',
  'invalid-idempotency-key',
  'cross-site',
  'proof-of-work-required',
] as const;

/** As in problems.ts. */
export const postProblemTexts = family(
  import.meta.dirname,
  'post-problems',
  each(postProblemCodes, { title: text, detail: text }),
);
