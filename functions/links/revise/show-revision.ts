import { formOf } from '#shared/forms/forms.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import type { FormError } from '#shared/pages/form-errors.tsx';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import { renderRevisePage } from '#shared/pages/revise-page.tsx';
import type { Case } from '#shared/submission/case.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';

/** What came of a post that leads back to the form: everything that was typed is kept. */
interface Refused {
  readonly status: number;
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
}

/** Shows the form with what was sent, or with what was just typed and what is wrong with it. */
export function showRevision(request: Request, current: Case, refused?: Refused): Reply {
  const { id, reference, form, round, ruling, question } = current;
  const answerBy = question?.answerBy ?? current.updatedAt;
  if (!request.wantsHtml) {
    const submission = { id, reference, form, content: round.content };
    return jsonReply(200, { submission, round: round.number, comment: ruling?.comment, answerBy }, unlisted);
  }
  const language = languageOf(request);
  const institution = labelOf('institutions', ruling?.institution ?? '', language);
  const html = renderRevisePage({
    state: 'open',
    language,
    path: addressOf(request),
    form: formOf(form),
    action: request.path,
    values: refused?.values ?? valuesOfContent(round.content),
    errors: refused?.errors ?? [],
    requested: { institution, comment: ruling?.comment, answerBy },
    reference,
  });
  return htmlReply(refused?.status ?? 200, html, language, unlisted);
}

/** Says that the changes have been received: for who opens the link once more. */
export function showSent(request: Request, current: Case): Reply {
  const { id, reference, status, round } = current;
  if (!request.wantsHtml) return jsonReply(200, { id, reference, status, round: round.number }, unlisted);
  const language = languageOf(request);
  return htmlReply(
    200,
    renderRevisePage({ state: 'sent', language, path: addressOf(request), reference }),
    language,
    unlisted,
  );
}
