import { decisionOf } from '#shared/case/answers.ts';
import { type Case, type Decision, decisionKinds, rejectReasons } from '#shared/case/case.ts';
import { statusAfter } from '#shared/case/status.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { longestComment } from '#shared/http/posted-vote.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { type FieldInWords, fieldErrorText } from '#shared/http/refusals.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { ContentChange } from '#shared/moderation/content-changes.ts';
import type { OpenedReview, ReviewOutcome, ReviewPorts } from '#shared/moderation/review.ts';
import { seatOf } from '#shared/moderation/routing.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { renderReviewPage } from '#shared/pages/review-page.tsx';
import { reviewTexts } from '#shared/pages/texts/review.ts';

type Ports = Pick<ReviewPorts, 'settings'>;
type Open = Extract<OpenedReview, { kind: 'open' }>;
/** What a browser posted; a program posts no fields. */
type Values = BrowserFields | undefined;

/** What the page says after a POST that leads back to it. */
interface Shown {
  readonly status?: number;
  readonly errors?: readonly RefusedField[];
  readonly values?: Values;
  readonly changes?: readonly ContentChange[];
  readonly notRecorded?: 'own' | 'others' | undefined;
}

/** Shows the whole case and the three choices, or what has been decided. Changes and records nothing. */
export function showReview(ports: Ports, request: Request, opened: Open, shown: Shown = {}): Reply {
  const { case: current } = opened;
  if (!request.wantsHtml) return jsonReply(200, describe(ports, current, languageOf(request)), unlisted);
  const language = languageOf(request);
  const html = renderReviewPage({
    language,
    path: addressOf(request),
    form: formOf(current.form),
    reference: current.reference,
    submitterLanguage: current.language,
    round: current.round,
    suspicions: current.verdict.reasons,
    earlierComment: current.decision?.round === current.round.number ? undefined : current.decision?.comment,
    decided: decidedOf(ports, current),
    errors: shown.errors ?? [],
    values: shown.values ?? new Map(),
    changes: shown.changes,
    notRecorded: shown.notRecorded,
  });
  return htmlReply(shown.status ?? 200, html, language, unlisted);
}

function describe(ports: Ports, current: Case, language: Language): Record<string, unknown> {
  const { id, reference, form, round } = current;
  const reasons = rejectReasons.map((code) => ({ code, label: caseTexts.in(language).rejectReasons[code] }));
  const decided = decidedOf(ports, current);
  return {
    submission: { id, reference, form, language: round.content.language, content: round.content },
    round: round.number,
    contentHash: round.contentHash,
    choices: decisionKinds.map((decision) => ({ decision, reasons: decision === 'reject' ? reasons : [] })),
    ...(current.verdict.reasons.length > 0 && { suspicions: current.verdict.reasons }),
    ...(decided && { decided: { decision: decided.decision, by: decided.by, at: decided.at } }),
  };
}

function decidedOf(ports: Ports, current: Case) {
  const taken = decisionOf(current);
  if (taken === undefined) return undefined;
  const { decision, reason, comment, at } = taken;
  return { decision, reason, comment, at, by: nameOf(ports, taken) };
}

/** Moderators know each other by name; the name of one who has left is no longer ours to give. */
function nameOf({ settings }: Ports, decision: Decision): string {
  return seatOf(settings, decision.by)?.moderator.name ?? decision.institution;
}

/** Whether the round was decided by the moderator whose link it is, or by others; undefined while it is open. */
function whoDecided({ case: current, seat }: Open): 'own' | 'others' | undefined {
  const decision = decisionOf(current);
  return decision && (decision.by === seat.moderator.id ? 'own' : 'others');
}

/** The page in another language, with what was typed: nothing is checked or recorded. */
export function showTyped(ports: Ports, request: Request, opened: Open, values: Values): Reply {
  return showReview(ports, request, opened, { values, notRecorded: whoDecided(opened) });
}

/** What is wrong with a vote. */
export function replyErrors(
  ports: Ports,
  request: Request,
  opened: Open,
  refused: readonly FieldError[],
  values: Values,
): Reply {
  const language = languageOf(request);
  const errors = refused.map(({ pointer, code }) => {
    return { pointer, code, detail: fieldErrorText(code, inWords(pointer, language), language) };
  });
  if (!request.wantsHtml) return problemReply(postProblem('invalid-fields', { errors }), language);
  return showReview(ports, request, opened, { status: 422, errors, values, notRecorded: whoDecided(opened) });
}

/** The fields of a vote as its page calls them. */
function inWords(pointer: string, language: Language): FieldInWords {
  const texts = reviewTexts.in(language);
  switch (pointer) {
    case '/decision':
      return { label: texts.yourDecision, kind: 'code' };
    case '/reason':
      return { label: texts.reason, kind: 'code' };
    case '/comment':
      return { label: texts.comment, max: longestComment };
    default:
      return { label: pointer.slice(1) };
  }
}

/** What came of a vote. */
export function replyOutcome(
  ports: Ports,
  request: Request,
  opened: Open,
  outcome: ReviewOutcome,
  values: Values,
): Reply {
  if (outcome.kind === 'expired') return answerProblem(request, linkProblem('link-expired'));
  if (!request.wantsHtml) return outcomeAsJson(ports, outcome, languageOf(request));
  const now = { ...opened, case: outcome.case };
  if (outcome.kind === 'stale-content')
    return showReview(ports, request, now, { status: 409, changes: outcome.changes, values });
  const isRecorded = outcome.kind === 'decided' || (outcome.same && !outcome.inOtherWords);
  if (isRecorded) return showReview(ports, request, now);
  return showReview(ports, request, now, { status: outcome.same ? 200 : 409, notRecorded: whoDecided(now), values });
}

function outcomeAsJson(ports: Ports, outcome: Exclude<ReviewOutcome, { kind: 'expired' }>, language: Language): Reply {
  if (outcome.kind === 'stale-content')
    return problemReply(linkProblem('stale-content', { more: { changes: outcome.changes } }), language);
  const { decision } = outcome;
  if (outcome.kind === 'decided-before' && !outcome.same) {
    const more = { decision: decision.decision, decidedBy: nameOf(ports, decision), decidedAt: decision.at };
    return problemReply(linkProblem('already-decided', { more }), language);
  }
  // The same answer however often it is asked for, and wherever the case has got to since.
  const answer = { decision: decision.decision, status: statusAfter(decision.decision, 'in-review') };
  // What is sent again may have other words: these are the ones that stand.
  const recorded = outcome.kind === 'decided' ? {} : { reason: decision.reason, comment: decision.comment };
  return jsonReply(200, { ...answer, ...recorded }, unlisted);
}
