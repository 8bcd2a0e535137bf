import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readEnv } from '#shared/aws/read-env.ts';
import { originsFor } from '#shared/http/allowed-origins.ts';
import { withCors } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { methodsAt } from '#shared/http/methods-at.ts';
import { problem } from '#shared/http/problem.ts';
import type { Reply } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);

const routes = z.array(z.string()).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'routes.json'), 'utf8')));

/** Whatever no route takes: a wrong method at a right address, or a wrong address. */
export const handler = httpFunction(async (request) => {
  const reply = answerUnknown(request);
  // Sites that may post a form may also read what went wrong there.
  return request.path.startsWith('/v1/forms') ? withCors(reply, request, originsFor(env.ALLOWED_ORIGINS)) : reply;
}, answerProblem);

function answerUnknown(request: Request): Reply {
  const methods = methodsAt(routes, request.path);
  if (methods.length === 0) return answerProblem(request, problem('not-found'));
  return answerProblem(request, problem('method-not-allowed', { headers: { allow: methods.join(', ') } }));
}
