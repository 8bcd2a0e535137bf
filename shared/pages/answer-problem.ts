import { problemStatus } from '#shared/http/problem.ts';
import { type Problem, problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import { problemText } from '#shared/i18n/problems.ts';
import { renderProblemPage } from './problem-page.tsx';

/** The problem as a page for people with a browser, as RFC 9457 JSON for programs. */
export function answerProblem(request: Request, problem: Problem): Reply {
  return request.wantsHtml ? problemPage(request, problem) : problemReply(problem, languageOf(request));
}

/** The problem as a page. Nobody keeps it: the address may be a mailed link's. */
export function problemPage(request: Request, { code, headers }: Problem): Reply {
  const language = languageOf(request);
  const html = renderProblemPage({ language, path: request.path, ...problemText(code, language) });
  return htmlReply(problemStatus[code], html, language, { ...unlisted, ...headers });
}
