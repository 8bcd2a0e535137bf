import { logError } from '#shared/aws/log.ts';
import { checkContent, type FormDefinition } from '#shared/forms/form.ts';
import { readBody } from '#shared/http/body.ts';
import { readIdempotencyKey } from '#shared/http/idempotency-key.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { circumstancesOf, onlyShown, type Posted, readPosted } from '#shared/http/posted-form.ts';
import type { Reply } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { firstSpoken, type Language } from '#shared/i18n/language.ts';
import { type Submission, type SubmitPorts, submit } from '#shared/intake/submit.ts';
import { linkAddress } from '#shared/links/link.ts';
import { addressHash } from '#shared/moderation/mail-budget.ts';
import { replyProofRequired, replyTooMany } from './over-budget.ts';
import { refuse, replyAccepted, replyErrors, replyKey, replyNotStorable, replyUnavailable } from './replies.ts';

/** A header holds no more for sure. */
const longestRedirect = 2000;

/** Reads what was posted, refuses what does not fit with every value kept, stores the rest, and only then answers. */
export async function answerPost(
  ports: SubmitPorts & { readonly origin: string; readonly ownAddresses: readonly string[] },
  form: FormDefinition,
  allowedOrigins: readonly string[],
  request: Request,
): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return refuse(request, postProblem(body.code));
  const posted = readPosted(form, body);
  const { _redirect, _key, _hold, altcha } = posted.controls;
  const language = languageOfSubmitter(request, posted);
  const sent = { request: { ...request, askedLanguage: language }, form, posted };

  const key = readIdempotencyKey(request.headers['idempotency-key'], _key);
  if (key === 'invalid') return replyKey(sent, 'invalid-idempotency-key');
  const checked = checkContent(form, posted.content);
  const shown = onlyShown(request, posted);
  if (checked.kind === 'refused') return replyErrors(sent, shown === 'fill' ? [] : checked.errors);
  if (shown !== undefined) return replyErrors(sent, []);

  // Mail to us or about us would be a stranger's doing.
  if (ports.ownAddresses.includes(addressHash(checked.content.contact.email)))
    return replyErrors(sent, [{ pointer: '/contact/email', code: 'not-an-email' }]);

  const circumstances = circumstancesOf(posted, ports.now());
  const arrival = { address: request.sourceIp, proof: altcha, mayBeHeld: _hold === '1' };
  const submission = { form: form.id, content: checked.content, language, circumstances, key, arrival };
  const submitted = await submitOrFail(ports, submission, request.route);
  if (submitted.kind === 'unavailable') return replyUnavailable(sent);
  if (submitted.kind === 'not-storable') return replyNotStorable(sent);
  if (submitted.kind === 'key-reused') return replyKey(sent, 'idempotency-key-reused');
  if (submitted.kind === 'too-many') return replyTooMany(sent, submitted);
  if (submitted.kind === 'proof-of-work-required') return replyProofRequired(sent, submitted);
  const statusUrl = linkAddress(ports.origin, 'status', submitted.statusSecret);
  const redirect = allowedRedirect(_redirect, [...allowedOrigins, ports.origin]);
  return replyAccepted(request, submitted, statusUrl, redirect);
}

/** An exception becomes an answer, for what was typed must not be lost with it. */
function submitOrFail(ports: SubmitPorts, submission: Submission, route: string) {
  return submit(ports, submission).catch((error: unknown) => {
    logError('a submission could not be stored', error, { route });
    return { kind: 'unavailable' } as const;
  });
}

/** `_lang`, else what the request asks for, else the language of the content, else English. */
export function languageOfSubmitter(request: Request, posted: Posted): Language {
  const { controls, content } = posted;
  // A page that is wanted in another language posts its old `_lang`.
  const told = onlyShown(request, posted) !== undefined ? undefined : controls._lang;
  const written =
    typeof content === 'object' && content !== null && 'language' in content ? content.language : undefined;
  return firstSpoken(told, request.askedLanguage, typeof written === 'string' ? written : undefined);
}

/**
 * Where a browser is redirected; undefined when that is not allowed or not asked for, and the receipt is shown instead: what
 * somebody wrote is not refused for a mistake of the website. The address that was judged is the one that is sent.
 */
function allowedRedirect(address = '', origins: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, username, password, href } = new URL(address);
  const isPlain = /^https?:$/.test(protocol) && username === '' && password === '' && href.length <= longestRedirect;
  return isPlain && origins.includes(origin) ? href : undefined;
}
