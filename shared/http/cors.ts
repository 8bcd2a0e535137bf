import type { Problem } from './problem.ts';
import { problemReply } from './problem-reply.ts';
import type { Reply } from './reply.ts';
import { languageOf, type Request } from './request.ts';

/** The answer as a page of an allowed site may read it; unchanged for others. Errors are to be read too. */
export function withCors(reply: Reply, request: Request, allowedOrigins: readonly string[]): Reply {
  const origin = request.headers['origin'];
  const vary = { vary: [reply.headers['vary'], 'origin'].filter(Boolean).join(', ') };
  if (origin === undefined || !allowedOrigins.includes(origin))
    return { ...reply, headers: { ...reply.headers, ...vary } };
  const allowed = {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'location, retry-after, ratelimit, ratelimit-policy',
  };
  return { ...reply, headers: { ...reply.headers, ...vary, ...allowed } };
}

/**
 * Whether a page of a site that is not allowed to caused this request. Programs send no `Origin`. `null` comes from our own
 * pages too, which pass on no referrer: only `Sec-Fetch-Site` tells whose it is, and not every browser sends that.
 */
export function isForeign({ headers }: Request, knownOrigins: readonly string[]): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin === undefined || knownOrigins.includes(origin)) return false;
  if (origin === 'null') return site === 'cross-site';
  return site !== 'same-origin' && site !== 'none';
}

/**
 * The answer as the page that asked may read it, whosever it is: without this a script of a foreign page is told nothing
 * but that it failed, and tries again.
 */
export function withCorsForAsker(reply: Reply, request: Request): Reply {
  const { origin } = request.headers;
  return withCors(reply, request, origin === undefined ? [] : [origin]);
}

/** What a browser asks before it posts from another site. */
export const preflight: Reply = {
  statusCode: 204,
  headers: {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type, idempotency-key, accept-language',
    'access-control-max-age': '86400',
  },
};

/** Anybody's page may read what is public. */
export const openToAll = { 'access-control-allow-origin': '*' };

/** A problem that anybody's page may read. */
export function openProblem(request: Request, problem: Problem): Reply {
  return problemReply({ ...problem, headers: { ...problem.headers, ...openToAll } }, languageOf(request));
}
