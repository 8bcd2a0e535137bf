import type { Language } from '#shared/i18n/language.ts';
import { type Problem, problemStatus } from './problem.ts';
import { jsonReply, type Reply, unlisted } from './reply.ts';

/** The problem as RFC 9457 JSON. */
export function problemReply({ code, textIn, errors, more, headers }: Problem, language: Language): Reply {
  const status = problemStatus[code];
  const body = { type: 'about:blank', ...textIn(language), status, code, ...more, ...(errors && { errors }) };
  return jsonReply(status, body, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    // The address may be a mailed link's.
    ...unlisted,
    ...headers,
  });
}
