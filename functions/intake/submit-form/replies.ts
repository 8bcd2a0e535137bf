import { randomUUID } from 'node:crypto';
import type { FieldError } from '#shared/forms/field-errors.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { readIdempotencyKey } from '#shared/http/idempotency-key.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import type { Posted } from '#shared/http/posted-form.ts';
import type { Problem } from '#shared/http/problem.ts';
import { problem, problemStatus } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { rateHeaders } from '#shared/http/rate-headers.ts';
import { explain } from '#shared/http/refusals.ts';
import { htmlReply, jsonReply, type Reply, seeOther, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import type { Rate } from '#shared/intake/post-budget.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import type { ContentFormProps } from '#shared/pages/content-form.tsx';
import type { FormError } from '#shared/pages/form-errors.tsx';
import { renderFormPage } from '#shared/pages/form-page.tsx';
import { formTexts } from '#shared/pages/texts/form.ts';

/** What somebody sent, to which form; the request asks for the language in which they are answered. */
export interface Sent {
  readonly request: Request;
  readonly form: FormDefinition;
  readonly posted: Posted;
}

/** It is stored: a program gets the reference, a browser is redirected to where the website wished, or to the receipt. */
export function replyAccepted(
  { wantsHtml }: Request,
  { id, reference, rate }: { id: string; reference: string; rate: Rate | undefined },
  statusUrl: string,
  redirect: string | undefined,
): Reply {
  if (wantsHtml) return seeOther(redirect ?? statusUrl, { ...unlisted, ...rateHeaders(rate) });
  return jsonReply(
    202,
    { id, reference, status: 'received', statusUrl },
    { ...unlisted, ...rateHeaders(rate), location: statusUrl },
  );
}

/** The problem to a program; to a person a page whose other languages lead to the form: what was posted to has no page. */
export function refuse(request: Request, problem: Problem): Reply {
  return answerProblem(request, problem, formPath(request));
}

/** What is wrong with the fields; without errors the form again in another language, as somebody asked for it. */
export function replyErrors(sent: Sent, errors: readonly FieldError[]): Reply {
  const { request, form } = sent;
  const language = languageOf(request);
  const refusals = explain(form, errors, sent.posted.values, language);
  if (!request.wantsHtml) {
    const refused = refusals.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    return problemReply(postProblem('invalid-fields', { errors: refused }), language);
  }
  const sentences = refusals.map(({ path, detail }) => ({ path, sentence: detail }));
  const status = sentences.length === 0 ? 200 : 422;
  return htmlReply(status, formAgain(sent, sentences), language, unlisted);
}

/** The key came before with other content (the back button leads here), or it is none. The form may be sent under a new one. */
export function replyKey(sent: Sent, code: 'idempotency-key-reused' | 'invalid-idempotency-key'): Reply {
  const { request } = sent;
  const language = languageOf(request);
  if (!request.wantsHtml) return problemReply(postProblem(code), language);
  const { notSentTwice, sentBefore } = formTexts.in(language);
  const said =
    code === 'idempotency-key-reused'
      ? { heading: notSentTwice, sentence: sentBefore }
      : { sentence: postProblem(code).textIn(language).detail };
  return htmlReply(problemStatus[code], formAgain(underNewKey(sent), [{ path: '', ...said }]), language, unlisted);
}

/** The table refuses the content for good. The form comes back with everything typed, to be changed and sent under the same key. */
export function replyNotStorable(sent: Sent): Reply {
  const { request } = sent;
  const language = languageOf(request);
  const refused = postProblem('not-storable');
  if (!request.wantsHtml) return problemReply(refused, language);
  const { title, detail } = refused.textIn(language);
  const errors = [{ path: '', heading: title, sentence: detail }];
  return htmlReply(problemStatus['not-storable'], formAgain(sent, errors), language, unlisted);
}

/** The form was filled in on a site that may not post it. The person may send it from here, under its key if that is one. */
export function replyForeign(sent: Sent): Reply {
  const { request, posted } = sent;
  const language = languageOf(request);
  const isKey = readIdempotencyKey(undefined, posted.controls._key) !== 'invalid';
  const errors = [{ path: '', sentence: formTexts.in(language).sendFromHere }];
  return htmlReply(
    problemStatus['cross-site'],
    formAgain(isKey ? sent : underNewKey(sent), errors),
    language,
    unlisted,
  );
}

/** The stores do not answer. The form comes back with everything typed; the same key makes a second try safe. */
export function replyUnavailable(sent: Sent): Reply {
  const { request } = sent;
  const language = languageOf(request);
  const headers = { 'retry-after': '30' };
  if (!request.wantsHtml) return problemReply(problem('unavailable', { headers }), language);
  const errors = [{ path: '', sentence: problem('unavailable').textIn(language).detail }];
  return htmlReply(503, formAgain(sent, errors), language, { ...unlisted, ...headers });
}

function underNewKey({ posted, ...sent }: Sent): Sent {
  return { ...sent, posted: { ...posted, controls: { ...posted.controls, _key: undefined } } };
}

/** The page of the form with everything that was typed. */
export function formAgain(
  { request, form, posted }: Sent,
  errors: readonly FormError[],
  robotCheck?: ContentFormProps['robotCheck'],
): string {
  const { controls, values } = posted;
  return renderFormPage({
    language: languageOf(request),
    path: formPath(request),
    form,
    action: request.path,
    key: controls._key ?? randomUUID(),
    shown: controls._shown,
    values,
    errors,
    robotCheck,
  });
}

function formPath({ parameters }: Request): string {
  return `/forms/${encodeURIComponent(parameters['form'] ?? '')}`;
}
