import { randomUUID } from 'node:crypto';
import { now } from '#shared/aws/system.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { findForm } from '#shared/forms/forms.ts';
import { readBody } from '#shared/http/body.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { readPosted } from '#shared/http/posted-form.ts';
import { problem } from '#shared/http/problem.ts';
import { htmlReply, type Reply } from '#shared/http/reply.ts';
import { addressOf, languageInQuery, languageOf, type Request } from '#shared/http/request.ts';
import { firstSpoken } from '#shared/i18n/language.ts';
import { problemPage } from '#shared/pages/answer-problem.ts';
import type { ContentFormProps } from '#shared/pages/content-form.tsx';
import { renderFormPage } from '#shared/pages/form-page.tsx';

/**
 * The idempotency key in a form makes a second press of its button harmless. So no two people may get the same page, and the
 * back button must lead to the same key, whatever language was chosen since: or what was typed would be sent under another.
 */
const keptByItsReader = { 'cache-control': 'private, no-cache', vary: 'accept' };

/** Shows a form, empty or with what is posted filled in. It judges and stores nothing. */
export const handler = httpFunction(async (request) => {
  const form = findForm(request.parameters['form'] ?? '');
  if (form === undefined) return problemPage(request, problem('unknown-form'));
  if (request.method === 'POST') return showFilledIn(request, form);
  return show(request, form, { values: new Map(), shown: now().toISOString() });
}, problemPage);

/** What somebody has typed so far, when another language is chosen, or has sent in before. */
async function showFilledIn(request: Request, form: FormDefinition): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return problemPage(request, postProblem(body.code));
  const { controls, values } = readPosted(form, body);
  const language = firstSpoken(languageInQuery(request.query), controls._lang, request.askedLanguage);
  return show({ ...request, askedLanguage: language }, form, { values, key: controls._key, shown: controls._shown });
}

function show(
  request: Request,
  form: FormDefinition,
  { values, key, shown }: Pick<ContentFormProps, 'values' | 'key' | 'shown'>,
): Reply {
  const language = languageOf(request);
  const html = renderFormPage({
    language,
    path: addressOf(request),
    form,
    action: `/v1/forms/${form.id}/submissions`,
    values,
    errors: [],
    key: key ?? randomUUID(),
    shown,
  });
  return htmlReply(200, html, language, keptByItsReader);
}
