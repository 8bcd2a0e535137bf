import { randomUUID } from 'node:crypto';
import { isTooLateToRevise } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { requestedBy } from '#shared/case/decision.ts';
import type { Draft, DraftStore } from '#shared/case/draft-store.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { readPosted } from '#shared/http/posted-form.ts';
import { type Problem, problemStatus } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { explain } from '#shared/http/refusals.ts';
import { htmlReply, jsonReply, type Reply, seeOther, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import type { Language } from '#shared/i18n/language.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import type { FormError } from '#shared/pages/form-errors.tsx';
import { renderFormPage } from '#shared/pages/form-page.tsx';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import { renderRevisePage } from '#shared/pages/revise-page.tsx';
import { reviseTexts } from '#shared/pages/texts/revise.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';

/** What the form shows after a POST that leads back to it: everything that was typed is kept. */
interface Shown {
  readonly status?: number;
  readonly values?: BrowserFields;
  readonly errors?: readonly FormError[];
  /** What was saved and not sent. */
  readonly draft?: Draft | undefined;
  readonly isJustSaved?: boolean;
}

/** Whether the round that the link belongs to still waits for its changes, or is published and may be changed. */
export function isOpenFor({ status, round }: Case, linked: number | undefined): boolean {
  return (status === 'changes-requested' || status === 'published') && round.number === linked;
}

/** What the link shows that comments on this round; undefined when its time is over. */
export async function showLink(
  { cases, drafts, now }: { cases: CaseStore; drafts: DraftStore; now: () => Date },
  request: Request,
  current: Case,
  round: number | undefined,
): Promise<Reply> {
  if (isTooLateToRevise(current, now())) return showTooLate(request, current);
  if (isOpenFor(current, round))
    return showRevision(request, await withBasis(cases, current), {
      draft: await drafts.read(current.id, current.round.number),
    });
  const isSent = round !== undefined && current.round.number > round && current.status === 'in-review';
  return isSent ? showSent(request, current) : answerProblem(request, linkProblem('link-expired'));
}

/** What moderators asked for, all of them together; of what is published they ask nothing. */
function requestedIn({ status, decision }: Case): ReturnType<typeof requestedBy> | undefined {
  return status === 'changes-requested' && decision !== undefined ? requestedBy(decision) : undefined;
}

/**
 * The case with the content that is to be changed: what is published, also after changes to it that came to nothing. A contact
 * that was hidden stays hidden unless the submitter shows it again.
 */
export async function withBasis(cases: CaseStore, current: Case): Promise<Case> {
  const { round, status, publication } = current;
  if (status !== 'published' || publication === undefined) return current;
  const { round: number = round.number, showsContact } = publication;
  const published = number === round.number ? round : await cases.earlierRound(current.id, number);
  if (published === undefined) return current;
  const { contact } = published.content;
  const content = { ...published.content, contact: { ...contact, public: contact.public && showsContact } };
  return { ...current, round: { ...round, content } };
}

/** Shows the form with what was sent, or with what was just typed and what is wrong with it. */
export function showRevision(request: Request, current: Case, shown: Shown): Reply {
  const { id, reference, form, round, decision, question } = current;
  const answerBy = question?.answerBy ?? current.updatedAt;
  const requested = requestedIn(current);
  if (!request.wantsHtml) {
    const submission = { id, reference, form, content: round.content };
    const { comment, comments } = requested ?? {};
    const draft = shown.draft && { ...shown.draft, values: contentOf(formOf(form), shown.draft) };
    return jsonReply(200, { submission, round: round.number, comment, comments, answerBy, draft }, unlisted);
  }
  const language = languageOf(request);
  const institution = labelOf('institutions', decision?.institution ?? '', language);
  const html = renderRevisePage({
    state: 'open',
    language,
    path: addressOf(request),
    form: formOf(form),
    action: request.path,
    values:
      shown.values ?? (shown.draft && new Map(Object.entries(shown.draft.values))) ?? valuesOfContent(round.content),
    errors: shown.errors ?? [],
    requested: requested && { institution, ...requested, answerBy },
    draft: shown.draft && { savedAt: shown.draft.savedAt, isJustSaved: shown.isJustSaved ?? false },
    reference,
  });
  return htmlReply(shown.status ?? 200, html, language, unlisted);
}

/** A draft as the form's content, as far as it has got. */
function contentOf(form: FormDefinition, { values }: Draft): unknown {
  return readPosted(form, { kind: 'browser', fields: new Map(Object.entries(values)) }).content;
}

/** What is wrong with the fields; without errors the form again in another language, as somebody asked for it. */
export function replyErrors(
  request: Request,
  current: Case,
  values: BrowserFields,
  errors: readonly FieldError[],
): Reply {
  const language = languageOf(request);
  const refusals = explain(formOf(current.form), errors, values, language);
  if (!request.wantsHtml) {
    const refused = refusals.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    return problemReply(postProblem('invalid-fields', { errors: refused }), language);
  }
  const sentences = refusals.map(({ path, detail }) => ({ path, sentence: detail }));
  return showRevision(request, current, { status: errors.length === 0 ? 200 : 422, values, errors: sentences });
}

/** The table refuses the content for good. */
export function replyNotStorable(request: Request, current: Case, values: BrowserFields): Reply {
  return replyRefused(request, current, values, postProblem('not-storable'));
}

/** More was typed than a draft holds. */
export function replyTooLarge(request: Request, current: Case, values: BrowserFields): Reply {
  const tooLarge = postProblem('body-too-large');
  const detailIn = (language: Language) => reviseTexts.in(language).draftTooLarge;
  const textIn = (language: Language) => ({ ...tooLarge.textIn(language), detail: detailIn(language) });
  return replyRefused(request, current, values, { ...tooLarge, textIn });
}

/** No single field is to blame: the form again, with everything that was typed. */
function replyRefused(request: Request, current: Case, values: BrowserFields, refused: Problem): Reply {
  const language = languageOf(request);
  if (!request.wantsHtml) return problemReply(refused, language);
  const { title, detail } = refused.textIn(language);
  const errors = [{ path: '', heading: title, sentence: detail }];
  return showRevision(request, current, { status: problemStatus[refused.code], values, errors });
}

/** The changes are stored: a browser is redirected to where the case stands. */
export function replySent(request: Request, current: Case, statusUrl: string): Reply {
  if (request.wantsHtml) return seeOther(statusUrl, unlisted);
  const { id, reference, status, round } = current;
  return jsonReply(200, { id, reference, status, round: round.number, statusUrl }, unlisted);
}

/** Says that the changes have been received, when the link is opened again. */
function showSent(request: Request, current: Case): Reply {
  const { id, reference, status, round } = current;
  if (!request.wantsHtml) return jsonReply(200, { id, reference, status, round: round.number }, unlisted);
  const language = languageOf(request);
  const html = renderRevisePage({ state: 'sent', language, path: addressOf(request), reference });
  return htmlReply(200, html, language, unlisted);
}

/** Says that it is too late, with all that was sent in. */
function showTooLate(request: Request, { reference, form, round: { content } }: Case): Reply {
  const language = languageOf(request);
  if (!request.wantsHtml) return problemReply(linkProblem('link-expired'), language);
  const page = { language, path: addressOf(request), reference };
  return htmlReply(
    410,
    renderRevisePage({ ...page, state: 'too-late', form: formOf(form), content }),
    language,
    unlisted,
  );
}

/** What was sent too late, or to a case that has been withdrawn, in a form that sends it in as something new. */
export function offerAnew(request: Request, current: Case, values: BrowserFields): Reply {
  const language = languageOf(request);
  const texts = reviseTexts.in(language);
  const html = renderFormPage({
    language,
    path: addressOf(request),
    form: formOf(current.form),
    action: `/v1/forms/${current.form}/submissions`,
    key: randomUUID(),
    values,
    errors: [{ path: '', sentence: current.status === 'withdrawn' ? texts.withdrawn : texts.tooLate }],
  });
  return htmlReply(410, html, language, unlisted);
}

/** What was sent after other changes had been received, or by a link that has expired. `statusUrl` leads to where the case stands. */
export function showOvertaken(
  request: Request,
  { reference, form }: Case,
  values: BrowserFields,
  statusUrl: string | undefined,
): Reply {
  const language = languageOf(request);
  const texts = reviseTexts.in(language);
  const html = renderRevisePage({
    state: 'overtaken',
    language,
    path: addressOf(request),
    form: formOf(form),
    action: request.path,
    values,
    errors: [{ path: '', sentence: statusUrl === undefined ? texts.linkOver : texts.overtaken }],
    reference,
    statusUrl,
  });
  return htmlReply(410, html, language, unlisted);
}
