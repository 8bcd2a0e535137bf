import type { Language } from '#shared/i18n/language.ts';
import type { linkProblemCodes } from './texts/link-problems.ts';
import type { postProblemCodes } from './texts/post-problems.ts';
import { type problemCodes, problemTexts } from './texts/problems.ts';

type AnyProblem = (typeof problemCodes)[number];
export type LinkProblem = (typeof linkProblemCodes)[number];
export type PostProblem = (typeof postProblemCodes)[number];

/** Why a request was refused. The closed list of `code` in problems (RFC 9457). */
type ProblemCode = AnyProblem | LinkProblem | PostProblem;

/** The HTTP status that goes with each code. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'malformed-body': 400,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  'invalid-fields': 422,
  'not-storable': 422,
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
  'own-submission': 403,
  'not-yours': 403,
  'too-late': 409,
  'mailed-link-needed': 403,
  'not-possible': 409,
  'already-confirmed': 409,
  gone: 410,
  'cross-site': 403,
  'too-many': 429,
  'proof-of-work-required': 429,
  unavailable: 503,
  internal: 500,
};

/** One refused field, in words for people. */
export interface RefusedField {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface Details {
  readonly errors?: readonly RefusedField[];
  /** Members beside those of RFC 9457, such as `decidedBy`. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A request that cannot be answered as wished. It brings its texts along, so that a function carries only those of the
 * problems that it can have: see `linkProblem` and `postProblem` beside this file.
 */
export interface Problem extends Details {
  readonly code: ProblemCode;
  readonly textIn: (language: Language) => { readonly title: string; readonly detail: string };
}

/** A problem that any request can have. */
export function problem(code: AnyProblem, details: Details = {}): Problem {
  return { ...details, code, textIn: (language) => problemTexts.in(language)[code] };
}
