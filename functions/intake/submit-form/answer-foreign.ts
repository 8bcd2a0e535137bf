import type { FormDefinition } from '#shared/forms/form.ts';
import { readBody } from '#shared/http/body.ts';
import { preflight } from '#shared/http/cors.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { readPosted } from '#shared/http/posted-form.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import type { Reply } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import { languageOfSubmitter } from './answer-post.ts';
import { refuse, replyForeign } from './replies.ts';

/**
 * Answers a site that may not post the form: nothing is stored. A person who was led here by its page sends what they wrote
 * from our own; a script is told in words that it can read, also when it asks beforehand.
 */
export async function answerForeign(form: FormDefinition, request: Request): Promise<Reply> {
  if (request.method === 'OPTIONS') return preflight;
  const problem = postProblem('cross-site');
  if (!isNavigation(request)) return problemReply(problem, languageOf(request));
  const body = await readBody(request);
  if (body.kind === 'refused') return refuse(request, problem);
  const posted = readPosted(form, body);
  return replyForeign({ request: { ...request, askedLanguage: languageOfSubmitter(request, posted) }, form, posted });
}

/** Whether the answer becomes a page before somebody's eyes; of a browser that does not say, what it accepts tells. */
function isNavigation({ headers, wantsHtml }: Request): boolean {
  const mode = headers['sec-fetch-mode'];
  return mode === undefined ? wantsHtml : mode === 'navigate';
}
