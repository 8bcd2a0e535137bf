import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { newSecret, now, pick } from '#shared/aws/system.ts';
import { findForm } from '#shared/forms/forms.ts';
import { originsFor } from '#shared/http/allowed-origins.ts';
import { withCors } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import { createGateStore } from '#shared/intake/gate-store.ts';
import { challengeFor } from '#shared/intake/proof-of-work.ts';
import { readLimits } from '#shared/moderation/limits.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = {
  gate: createGateStore(createDocumentClient(), env.SUBMISSIONS_TABLE, newSecret),
  limits: readLimits(import.meta.dirname).posts,
  now,
  pick,
};

/** Gives a challenge whose solution lets a post of one form through while much is sent in. */
export const handler = httpFunction(
  async (request) => {
    const form = askedForm(request);
    if (form === undefined) return readable(request, problemReply(problem('unknown-form'), languageOf(request)));
    return readable(request, jsonReply(200, await challengeFor(ports, form), unlisted));
  },
  (request, problem) => readable(request, problemReply(problem, languageOf(request))),
);

function askedForm({ query }: Request): string | undefined {
  return findForm(query.get('form') ?? '')?.id;
}

function readable(request: Request, reply: Reply): Reply {
  return withCors(reply, request, originsFor(env.ALLOWED_ORIGINS, askedForm(request)));
}
