import { randomUUID } from 'node:crypto';
import { logError } from '#shared/aws/log.ts';
import { checkContent, type FormDefinition } from '#shared/forms/form.ts';
import { readBody } from '#shared/http/body.ts';
import { readIdempotencyKey } from '#shared/http/idempotency-key.ts';
import { isOnlyShown, type Posted, readPosted } from '#shared/http/posted-form.ts';
import { problemStatus } from '#shared/http/problem.ts';
import { type Problem, problemReply } from '#shared/http/problem-reply.ts';
import { problemText } from '#shared/http/problems.ts';
import { explain } from '#shared/http/refusals.ts';
import { htmlReply, jsonReply, type Reply, seeOther, unlisted } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { firstSpoken, type Language } from '#shared/i18n/language.ts';
import { type SubmitPorts, submit } from '#shared/intake/submit.ts';
import { linkAddress } from '#shared/links/link.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import type { FormError } from '#shared/pages/form-errors.tsx';
import { renderFormPage } from '#shared/pages/form-page.tsx';
import { formWords } from '#shared/pages/words.ts';

/** A header holds no more for sure. */
const longestRedirect = 2000;

/** Reads what was posted, refuses what does not fit with every value kept, stores the rest, and only then answers. */
export async function answerSubmission(
  ports: SubmitPorts & { origin: string },
  form: FormDefinition,
  allowedOrigins: readonly string[],
  request: Request,
): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return refuse(request, { code: body.code });
  const posted = readPosted(form, body);
  const language = languageOfSubmitter(request, posted);
  const { _redirect: redirect, _key, _shown, subject_line } = posted.controls;
  const asked = { ...request, askedLanguage: language };

  const key = readIdempotencyKey(request.headers['idempotency-key'], _key);
  if (key === 'invalid') return answerKey('invalid-idempotency-key', asked, form, posted, language);
  const checked = checkContent(form, posted.content);
  if (checked.kind === 'refused' || isOnlyShown(request, posted)) {
    const errors = checked.kind === 'refused' ? checked.errors : [];
    return answerRefusal(asked, form, posted, explain(form, errors, language), language);
  }

  const circumstances = { honeypot: subject_line ?? '', secondsOnPage: secondsSince(_shown, ports.now()) };
  const submission = { form: form.id, content: checked.content, language, circumstances, key };
  const submitted = await submit(ports, submission).catch((error: unknown) => {
    logError('a submission could not be stored', error, { route: request.route });
    return { kind: 'unavailable' } as const;
  });
  if (submitted.kind === 'unavailable') return answerUnavailable(asked, form, posted, language);
  if (submitted.kind === 'key-reused') return answerKey('idempotency-key-reused', asked, form, posted, language);
  const statusUrl = linkAddress(ports.origin, 'status', submitted.statusSecret);
  if (request.wantsHtml) {
    const onward = allowedRedirect(redirect, [...allowedOrigins, ports.origin]);
    return seeOther(onward ?? statusUrl, unlisted);
  }
  const { id, reference } = submitted;
  return jsonReply(202, { id, reference, status: 'received', statusUrl }, { ...unlisted, location: statusUrl });
}

/** The problem to a program; to a person a page whose other languages lead to the form: what was posted to has no page. */
export function refuse(request: Request, problem: Problem): Reply {
  return answerProblem(request, problem, formPage(request));
}

function formPage({ parameters }: Request): string {
  return `/forms/${encodeURIComponent(parameters['form'] ?? '')}`;
}

/** `_lang`, else what the request asks for, else the language of the content, else English (DESIGN §7). */
function languageOfSubmitter(request: Request, posted: Posted): Language {
  const { controls, content } = posted;
  // Who leaves a language behind has still posted its page.
  const told = isOnlyShown(request, posted) ? undefined : controls._lang;
  const written =
    typeof content === 'object' && content !== null && 'language' in content ? content.language : undefined;
  return firstSpoken(told, request.askedLanguage, typeof written === 'string' ? written : undefined);
}

/**
 * Where a browser is sent on to; undefined when that is not allowed or not asked for, and the receipt is shown instead: what
 * somebody wrote is not refused for a mistake of the website. The address that was judged is the one that is sent.
 */
function allowedRedirect(address = '', origins: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, username, password, href } = new URL(address);
  const isPlain = /^https?:$/.test(protocol) && username === '' && password === '' && href.length <= longestRedirect;
  return isPlain && origins.includes(origin) ? href : undefined;
}

function secondsSince(shown: string | undefined, now: Date): number | undefined {
  const time = Date.parse(shown ?? '');
  return Number.isNaN(time) ? undefined : (now.getTime() - time) / 1000;
}

function answerRefusal(
  request: Request,
  form: FormDefinition,
  posted: Posted,
  refusals: ReturnType<typeof explain>,
  language: Language,
): Reply {
  if (!request.wantsHtml) {
    const errors = refusals.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    return problemReply({ code: 'invalid-fields', errors }, language);
  }
  const errors = refusals.map(({ path, detail }) => ({ path, sentence: detail }));
  const status = errors.length === 0 ? 200 : 422;
  return htmlReply(status, formAgain(request, form, posted, errors, language), language, unlisted);
}

/** The sheet was sent before with other content (the back button leads here), or its key is none. It may be sent as a new one. */
function answerKey(
  code: 'idempotency-key-reused' | 'invalid-idempotency-key',
  request: Request,
  form: FormDefinition,
  posted: Posted,
  language: Language,
): Reply {
  if (!request.wantsHtml) return problemReply({ code }, language);
  const anew = { ...posted, controls: { ...posted.controls, _key: undefined } };
  const isReused = code === 'idempotency-key-reused';
  const { notSentTwice, sentBefore } = formWords[language];
  const said = isReused
    ? { heading: notSentTwice, sentence: sentBefore }
    : { sentence: problemText(code, language).detail };
  const html = formAgain(request, form, anew, [{ path: '', ...said }], language);
  return htmlReply(problemStatus[code], html, language, unlisted);
}

/** The stores do not answer. Nothing has been stored and nothing that was typed is lost; the same key makes a second try safe. */
function answerUnavailable(request: Request, form: FormDefinition, posted: Posted, language: Language): Reply {
  const headers = { 'retry-after': '30' };
  if (!request.wantsHtml) return problemReply({ code: 'unavailable', headers }, language);
  const errors = [{ path: '', sentence: problemText('unavailable', language).detail }];
  return htmlReply(503, formAgain(request, form, posted, errors, language), language, { ...unlisted, ...headers });
}

function formAgain(
  request: Request,
  form: FormDefinition,
  { controls: { _key, _shown }, values }: Posted,
  errors: readonly FormError[],
  language: Language,
): string {
  const sheet = { action: request.path, key: _key ?? randomUUID(), shown: _shown };
  return renderFormPage({ language, path: formPage(request), form, ...sheet, values, errors });
}
