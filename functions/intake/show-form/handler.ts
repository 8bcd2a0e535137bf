import { randomUUID } from 'node:crypto';
import { now } from '#shared/aws/system.ts';
import { findForm } from '#shared/forms/forms.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { htmlReply } from '#shared/http/reply.ts';
import { addressOf, languageOf } from '#shared/http/request.ts';
import { problemPage } from '#shared/pages/answer-problem.ts';
import { renderFormPage } from '#shared/pages/form-page.tsx';

/**
 * The idempotency key in a form makes a second press of its button harmless. So no two people may get the same page, and the
 * back button must lead to the same key, whatever language was chosen since: or what was typed would be sent under another.
 */
const keptByItsReader = { 'cache-control': 'private, no-cache', vary: 'accept' };

/** Shows an empty form. */
export const handler = httpFunction(async (request) => {
  const form = findForm(request.parameters['form'] ?? '');
  if (form === undefined) return problemPage(request, problem('unknown-form'));
  const language = languageOf(request);
  const html = renderFormPage({
    language,
    path: addressOf(request),
    form,
    action: `/v1/forms/${form.id}/submissions`,
    values: new Map(),
    errors: [],
    key: randomUUID(),
    shown: now().toISOString(),
  });
  return htmlReply(200, html, language, keptByItsReader);
}, problemPage);
