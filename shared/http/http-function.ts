import middy from '@middy/core';
import { logError, logInfo } from '#shared/aws/log.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { problemReply } from './problem-reply.ts';
import type { Reply } from './reply.ts';
import { languageCookie, languageInQuery, languageOf, type Request, readRequest } from './request.ts';

/**
 * A function behind the public API. The only file that uses middy. It logs route and status (never the path, which may
 * hold a secret), remembers a chosen language, and turns exceptions into a 500, which functions with pages show as one.
 */
export function httpFunction(answer: (request: Request) => Promise<Reply>, answerError = errorAsJson) {
  return middy()
    .onError((attempt) => {
      const request = readRequest(attempt.event);
      logError('request failed', attempt.error, { route: request.route });
      attempt.response = answerError(request, problem('internal'));
    })
    .handler(async (event: unknown): Promise<Reply> => {
      const request = readRequest(event);
      const reply = await answer(request);
      logInfo('answered', { route: request.route, status: reply.statusCode });
      // The answer to HEAD too: the gateway counts the body for `Content-Length` and leaves it out (RFC 9110 §9.3.2).
      return withRememberedLanguage(request, reply);
    });
}

function errorAsJson(request: Request, problem: Problem): Reply {
  return problemReply(problem, languageOf(request));
}

/** Only pages remember: an API call with `?lang=` is one question. */
function withRememberedLanguage(request: Request, reply: Reply): Reply {
  const isPage = reply.headers['content-type']?.startsWith('text/html') === true;
  const chosen = languageInQuery(request.query);
  if (chosen === undefined || !isPage) return reply;
  const cookie = `${languageCookie}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly`;
  // What sets a cookie is this reader's only. What nobody may keep stays so.
  const isUnlisted = reply.headers['cache-control'] === 'no-store';
  const headers = { ...reply.headers, 'cache-control': isUnlisted ? 'no-store' : 'private, no-cache' };
  return { ...reply, headers, cookies: [...(reply.cookies ?? []), cookie] };
}
