import { randomUUID } from 'node:crypto';
import type { Case } from '#shared/case/case.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import type { FormError } from '#shared/pages/form-errors.tsx';
import { renderFormPage } from '#shared/pages/form-page.tsx';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import { renderRevisePage } from '#shared/pages/revise-page.tsx';
import { reviseWords } from '#shared/pages/words.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';

/** What came of a post that leads back to the form: everything that was typed is kept. */
interface Refused {
  readonly status: number;
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
}

/** Shows the form with what was sent, or with what was just typed and what is wrong with it. */
export function showRevision(request: Request, current: Case, refused?: Refused): Reply {
  const { id, reference, form, round, decision, question } = current;
  const answerBy = question?.answerBy ?? current.updatedAt;
  if (!request.wantsHtml) {
    const submission = { id, reference, form, content: round.content };
    return jsonReply(200, { submission, round: round.number, comment: decision?.comment, answerBy }, unlisted);
  }
  const language = languageOf(request);
  const institution = labelOf('institutions', decision?.institution ?? '', language);
  const html = renderRevisePage({
    state: 'open',
    language,
    path: addressOf(request),
    form: formOf(form),
    action: request.path,
    values: refused?.values ?? valuesOfContent(round.content),
    errors: refused?.errors ?? [],
    requested: { institution, comment: decision?.comment, answerBy },
    reference,
  });
  return htmlReply(refused?.status ?? 200, html, language, unlisted);
}

/** Says that the changes have been received: for who opens the link once more. */
export function showSent(request: Request, current: Case): Reply {
  const { id, reference, status, round } = current;
  if (!request.wantsHtml) return jsonReply(200, { id, reference, status, round: round.number }, unlisted);
  const language = languageOf(request);
  const html = renderRevisePage({ state: 'sent', language, path: addressOf(request), reference });
  return htmlReply(200, html, language, unlisted);
}

/** Says that it is too late, with all that was sent in: for who opens the link then. */
export function showTooLate(request: Request, { reference, form, round: { content } }: Case): Reply {
  const language = languageOf(request);
  if (!request.wantsHtml) return problemReply({ code: 'link-expired' }, language);
  const page = { language, path: addressOf(request), reference };
  return htmlReply(
    410,
    renderRevisePage({ ...page, state: 'too-late', form: formOf(form), content }),
    language,
    unlisted,
  );
}

/** What was sent too late, in a form that sends it in as something new. */
export function offerAnew(request: Request, current: Case, values: BrowserFields): Reply {
  const language = languageOf(request);
  const html = renderFormPage({
    language,
    path: addressOf(request),
    form: formOf(current.form),
    action: `/v1/forms/${current.form}/submissions`,
    key: randomUUID(),
    values,
    errors: [{ path: '', sentence: reviseWords[language].tooLate }],
  });
  return htmlReply(410, html, language, unlisted);
}

/** What was sent after other changes had been received. `statusUrl` leads to where the case stands. */
export function showOvertaken(
  request: Request,
  { reference, form }: Case,
  values: BrowserFields,
  statusUrl: string | undefined,
): Reply {
  const language = languageOf(request);
  const html = renderRevisePage({
    state: 'overtaken',
    language,
    path: addressOf(request),
    form: formOf(form),
    action: request.path,
    values,
    errors: [{ path: '', sentence: reviseWords[language].overtaken }],
    reference,
    statusUrl,
  });
  return htmlReply(410, html, language, unlisted);
}
