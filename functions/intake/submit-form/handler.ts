import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { newId, newSalt, newSecret, now, pick } from '#shared/aws/system.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { findForm } from '#shared/forms/forms.ts';
import { originsFor } from '#shared/http/allowed-origins.ts';
import { isForeign, preflight, withCors, withCorsForAsker } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import type { Request } from '#shared/http/request.ts';
import { createGateStore } from '#shared/intake/gate-store.ts';
import { createKeyStore } from '#shared/intake/key-store.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { readLimits } from '#shared/moderation/limits.ts';
import { answerForeign } from './answer-foreign.ts';
import { answerPost } from './answer-post.ts';
import { contract } from './contract.ts';
import { refuse } from './replies.ts';

const env = readEnv(contract.env);
const limits = readLimits(import.meta.dirname);
const documents = createDocumentClient();
const ports = {
  cases: createCaseStore(documents, env.SUBMISSIONS_TABLE),
  keys: createKeyStore(documents, env.SUBMISSIONS_TABLE),
  links: createLinkStore(documents, env.SUBMISSIONS_TABLE, newSecret),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  origin: env.ORIGIN,
  gate: createGateStore(documents, env.SUBMISSIONS_TABLE, newSecret),
  limits: limits.posts,
  ownAddresses: limits.ownAddresses,
  pick,
  now,
  newId,
  newSalt,
};

/** Takes a form in: JSON, urlencoded or multipart, from our own page or from any allowed site. */
export const handler = httpFunction(
  async (request) => {
    const form = askedForm(request);
    const allowed = allowedFor(request);
    if (form === undefined) return withCors(refuse(request, problem('unknown-form')), request, allowed);
    if (isForeign(request, [...allowed, env.ORIGIN]))
      return withCorsForAsker(await answerForeign(form, request), request);
    if (request.method === 'OPTIONS') return withCors(preflight, request, allowed);
    return withCors(await answerPost(ports, form, allowed, request), request, allowed);
  },
  (request, problem) => withCors(refuse(request, problem), request, allowedFor(request)),
);

function askedForm(request: Request): FormDefinition | undefined {
  return findForm(request.parameters['form'] ?? '');
}

function allowedFor(request: Request): readonly string[] {
  return originsFor(env.ALLOWED_ORIGINS, askedForm(request)?.id);
}
