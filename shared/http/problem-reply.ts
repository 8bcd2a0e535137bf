import type { Language } from '#shared/i18n/language.ts';
import { type ProblemCode, problemStatus } from './problem.ts';
import { problemText } from './problems.ts';
import { jsonReply, type Reply, unlisted } from './reply.ts';

/** One refused field, in words for people. */
export interface RefusedField {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A request that cannot be answered as wished. */
export interface Problem {
  readonly code: ProblemCode;
  readonly errors?: readonly RefusedField[];
  /** Members beside those of RFC 9457, such as `decidedBy`. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The problem as RFC 9457 JSON. */
export function problemReply({ code, errors, more, headers }: Problem, language: Language): Reply {
  const status = problemStatus[code];
  const body = {
    type: 'about:blank',
    ...problemText(code, language),
    status,
    code,
    ...more,
    ...(errors && { errors }),
  };
  return jsonReply(status, body, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    // The address may be a mailed link's.
    ...unlisted,
    ...headers,
  });
}
