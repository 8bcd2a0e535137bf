import type { Problem } from '#shared/http/problem.ts';
import { problemStatus } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import { renderProblemPage } from './problem-page.tsx';

/** The problem as a page for people with a browser, as RFC 9457 JSON for programs. `path`: see `problemPage`. */
export function answerProblem(request: Request, problem: Problem, path?: string): Reply {
  return request.wantsHtml ? problemPage(request, problem, path) : problemReply(problem, languageOf(request));
}

/**
 * The problem as a page. Nobody keeps it: the address may be a mailed link's. `path` is what its links to other languages
 * lead to, needed where the address asked for cannot be had with GET.
 */
export function problemPage(request: Request, { code, textIn, headers }: Problem, path = addressOf(request)): Reply {
  const language = languageOf(request);
  const html = renderProblemPage({ language, path, ...textIn(language) });
  return htmlReply(problemStatus[code], html, language, { ...unlisted, ...headers });
}
