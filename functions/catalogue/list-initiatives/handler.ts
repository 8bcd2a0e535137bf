import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { toCursor } from '#shared/catalogue/cursor.ts';
import { createCatalogue } from '#shared/catalogue/initiative-store.ts';
import { readListQuery } from '#shared/catalogue/list-query.ts';
import { cacheable } from '#shared/http/cacheable.ts';
import { openProblem, openToAll } from '#shared/http/cors.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { jsonReply } from '#shared/http/reply.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const catalogue = createCatalogue(createDocumentClient(), env.INITIATIVES_TABLE);

/** The catalogue as JSON, newest first, page by page. */
export const handler = httpFunction(async (request) => {
  const query = readListQuery(request.query);
  if (query.kind === 'refused') {
    return openProblem(request, problem('invalid-parameter', { more: { parameter: query.parameter } }));
  }
  const { items, next } = await catalogue.list(query.limit, query.after);
  const body = {
    items: items.map((item) => ({ ...item, url: `${env.ORIGIN}/initiatives/${item.id}` })),
    next: next === undefined ? null : toCursor(next),
  };
  return cacheable(jsonReply(200, body, openToAll), request);
}, openProblem);
