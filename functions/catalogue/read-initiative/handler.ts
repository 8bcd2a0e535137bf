import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createCatalogue } from '#shared/catalogue/initiative-store.ts';
import { shownLanguage } from '#shared/catalogue/shown-language.ts';
import { cacheable } from '#shared/http/cacheable.ts';
import { openProblem, openToAll } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { jsonReply } from '#shared/http/reply.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const catalogue = createCatalogue(createDocumentClient(), env.INITIATIVES_TABLE);

/** One initiative as JSON; says which language it is in and whether that is the one asked for. */
export const handler = httpFunction(async (request) => {
  const initiative = await catalogue.read(request.parameters['id'] ?? '');
  if (initiative === undefined) return openProblem(request, problem('not-found'));
  const shown = shownLanguage(initiative, request.query.get('lang') ?? request.askedLanguage);
  const body = { ...initiative, url: `${env.ORIGIN}/initiatives/${initiative.id}`, ...shown };
  const headers = { ...openToAll, 'content-language': shown.shownLanguage, vary: 'accept-language, cookie' };
  return cacheable(jsonReply(200, body, headers), request);
}, openProblem);
