import { readEnv } from '#shared/aws/read-env.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { findForm, offeredForms } from '#shared/forms/forms.ts';
import { describeForm } from '#shared/forms/json-schema.ts';
import { originsFor } from '#shared/http/allowed-origins.ts';
import { withCors } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { jsonReply, type Reply } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const cacheable = {
  'cache-control': 'public, max-age=300, stale-while-revalidate=3600',
  vary: 'accept-language, cookie',
};

/** Tells other sites which forms there are and what each asks for. */
export const handler = httpFunction(
  async (request) => {
    const id = request.parameters['form'];
    return readable(request, id === undefined ? listForms(request) : oneForm(request, findForm(id)));
  },
  (request, problem) => readable(request, problemReply(problem, languageOf(request))),
);

function readable(request: Request, reply: Reply): Reply {
  return withCors(reply, request, originsFor(env.ALLOWED_ORIGINS, findForm(request.parameters['form'] ?? '')?.id));
}

function listForms(request: Request): Reply {
  const language = languageOf(request);
  const items = offeredForms().map(({ id, texts }) => ({ id, name: texts.in(language).name, url: `/v1/forms/${id}` }));
  return jsonReply(200, { items }, { ...cacheable, 'content-language': language });
}

function oneForm(request: Request, form: FormDefinition | undefined): Reply {
  const language = languageOf(request);
  if (form === undefined) return problemReply(problem('unknown-form'), language);
  return jsonReply(200, describeForm(form, language), { ...cacheable, 'content-language': language });
}
