/**
 * Why a request was refused. The closed list of `code` in problems (RFC 9457); each has a title and a detail
 * in every language (problems.ts).
 */
export const problemCodes = [
  'malformed-body',
  'unsupported-media-type',
  'body-too-large',
  'invalid-fields',
  'invalid-parameter',
  'unknown-form',
  'not-found',
  'method-not-allowed',
  'idempotency-key-reused',
  'invalid-idempotency-key',
  'unknown-link',
  'link-expired',
  'already-decided',
  'stale-content',
  'gone',
  'cross-site',
  'too-many',
  'proof-of-work-required',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** The HTTP status that goes with each code. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'malformed-body': 400,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  'invalid-fields': 422,
  'invalid-parameter': 400,
  'unknown-form': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'idempotency-key-reused': 422,
  'invalid-idempotency-key': 400,
  'unknown-link': 404,
  'link-expired': 410,
  'already-decided': 409,
  'stale-content': 409,
  gone: 410,
  'cross-site': 403,
  'too-many': 429,
  'proof-of-work-required': 429,
  unavailable: 503,
  internal: 500,
};
