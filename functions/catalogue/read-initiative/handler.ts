import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createCatalogue } from '#shared/catalogue/initiative-store.ts';
import { shownLanguage } from '#shared/catalogue/shown-language.ts';
import { cacheable } from '#shared/http/cacheable.ts';
import { openProblem, openToAll } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { jsonReply, type Reply } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const catalogue = createCatalogue(createDocumentClient(), env.INITIATIVES_TABLE);

/** One initiative as JSON, or its versions; says which language it is in and whether that is the one asked for. */
export const handler = httpFunction(async (request) => {
  const found = await catalogue.read(request.parameters['id'] ?? '');
  if (found.kind === 'unknown') return openProblem(request, problem('not-found'));
  if (found.kind === 'withdrawn') return openProblem(request, problem('gone', { more: found.tombstone }));
  if (request.route.endsWith('/versions')) return showVersions(request, found.initiative.id);
  const { initiative } = found;
  const shown = shownLanguage(initiative, request.query.get('lang') ?? request.askedLanguage);
  const body = { ...initiative, url: `${env.ORIGIN}/initiatives/${initiative.id}`, ...shown };
  const headers = { ...openToAll, 'content-language': shown.shownLanguage, vary: 'accept-language, cookie' };
  return cacheable(jsonReply(200, body, headers), request);
}, openProblem);

async function showVersions(request: Request, id: string): Promise<Reply> {
  const items = await catalogue.versions(id);
  return cacheable(jsonReply(200, { items }, openToAll), request);
}
