import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { toCursor } from '#shared/catalogue/cursor.ts';
import { createCatalogue } from '#shared/catalogue/initiative-store.ts';
import { readListQuery } from '#shared/catalogue/list-query.ts';
import { shownLanguage } from '#shared/catalogue/shown-language.ts';
import { formOf } from '#shared/forms/forms.ts';
import { cacheable } from '#shared/http/cacheable.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { htmlReply, type Reply } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import { problemPage } from '#shared/pages/answer-problem.ts';
import { renderHomePage } from '#shared/pages/home-page.tsx';
import { renderInitiativePage } from '#shared/pages/initiative-page.tsx';
import { renderInitiativesPage } from '#shared/pages/initiatives-page.tsx';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const catalogue = createCatalogue(createDocumentClient(), env.INITIATIVES_TABLE);

/** The pages of the catalogue for people: what it is, the list, one initiative. */
export const handler = httpFunction((request) => {
  const id = request.parameters['id'];
  if (id !== undefined) return showInitiative(request, id);
  return request.path === '/initiatives' ? showList(request) : showHome(request);
}, problemPage);

async function showHome(request: Request): Promise<Reply> {
  const language = languageOf(request);
  return cacheable(htmlReply(200, renderHomePage({ language, path: addressOf(request) }), language), request);
}

async function showList(request: Request): Promise<Reply> {
  const query = readListQuery(request.query);
  if (query.kind === 'refused') return problemPage(request, problem('invalid-parameter'));
  const { items, next } = await catalogue.list(query.limit, query.after);
  const language = languageOf(request);
  const html = renderInitiativesPage({
    language,
    path: addressOf(request),
    items,
    next: next && `/initiatives?limit=${query.limit}&cursor=${toCursor(next)}`,
    isFirst: query.after === undefined,
  });
  return cacheable(htmlReply(200, html, language), request);
}

async function showInitiative(request: Request, id: string): Promise<Reply> {
  const found = await catalogue.read(id);
  if (found.kind === 'unknown') return problemPage(request, problem('not-found'));
  if (found.kind === 'withdrawn') return problemPage(request, problem('gone'));
  const { initiative } = found;
  const language = languageOf(request);
  const { shownLanguage: shown, isFallback } = shownLanguage(
    initiative,
    request.query.get('lang') ?? request.askedLanguage,
  );
  const form = formOf(initiative.kind);
  const html = renderInitiativePage({
    language,
    path: addressOf(request),
    form,
    initiative,
    shownLanguage: shown,
    isFallback,
  });
  return cacheable(htmlReply(200, html, language), request);
}
