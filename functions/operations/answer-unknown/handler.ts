import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { httpFunction } from '#shared/http/http-function.ts';
import { methodsAt } from '#shared/http/methods-at.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';

const routes = z.array(z.string()).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'routes.json'), 'utf8')));

/** Whatever no route takes: a wrong method at a right address, or a wrong address. */
export const handler = httpFunction(async (request) => {
  const methods = methodsAt(routes, request.path);
  if (methods.length === 0) return answerProblem(request, { code: 'not-found' });
  return answerProblem(request, { code: 'method-not-allowed', headers: { allow: methods.join(', ') } });
}, answerProblem);
