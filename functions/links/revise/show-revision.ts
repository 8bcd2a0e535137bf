import { formOf } from '#shared/forms/forms.ts';
import type { Refusal } from '#shared/forms/refusals.ts';
import { toValues } from '#shared/forms/values.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { renderRevisePage } from '#shared/pages/revise-page.tsx';
import type { Case } from '#shared/submission/case.ts';

/** Shows the form with what was sent, or with what was just typed and what is wrong with it. */
export function showRevision(
  request: Request,
  current: Case,
  refused?: { values: BrowserFields; refusals: readonly Refusal[] },
): Reply {
  const { id, reference, form, round, ruling, question } = current;
  if (!request.wantsHtml) {
    const submission = { id, reference, form, content: round.content };
    return jsonReply(
      200,
      { submission, round: round.number, comment: ruling?.comment, answerBy: question?.answerBy },
      unlisted,
    );
  }
  const language = request.askedLanguage ?? current.language;
  const html = renderRevisePage({
    language,
    path: request.path,
    form: formOf(form),
    action: request.path,
    values: refused?.values ?? toValues(round.content),
    errors: refused?.refusals.map(({ path, detail }) => ({ path, sentence: detail })) ?? [],
    comment: ruling?.comment,
    institution: ruling?.institution ?? '',
    answerBy: question?.answerBy,
    reference,
  });
  return htmlReply(refused === undefined ? 200 : 422, html, language, unlisted);
}
