import { decisionOf } from '#shared/case/answers.ts';
import { type Case, decisionKinds, rejectReasons } from '#shared/case/case.ts';
import { rejectReasonLabels } from '#shared/case/labels/reject-reasons.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { RefusedField } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { ContentChange } from '#shared/moderation/content-changes.ts';
import type { OpenedReview, ReviewPorts } from '#shared/moderation/review.ts';
import { renderReviewPage } from '#shared/pages/review-page.tsx';
import { nameOf } from './decider.ts';

type Open = Extract<OpenedReview, { kind: 'open' }>;

/** What came of a POST that leads back to the page. */
interface Outcome {
  readonly status?: number;
  readonly errors?: readonly RefusedField[];
  readonly values?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly changes?: readonly ContentChange[];
  readonly notRecorded?: boolean;
}

/** Shows the whole case and the three choices, or what has been decided. Changes and records nothing. */
export function showReview(
  ports: Pick<ReviewPorts, 'settings'>,
  request: Request,
  opened: Open,
  outcome: Outcome = {},
): Reply {
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
    errors: outcome.errors ?? [],
    values: outcome.values ?? new Map(),
    changes: outcome.changes,
    notRecorded: outcome.notRecorded,
  });
  return htmlReply(outcome.status ?? 200, html, language, unlisted);
}

function describe(ports: Pick<ReviewPorts, 'settings'>, current: Case, language: Language): Record<string, unknown> {
  const { id, reference, form, round } = current;
  const reasons = rejectReasons.map((code) => ({ code, label: rejectReasonLabels[language][code] }));
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

function decidedOf(ports: Pick<ReviewPorts, 'settings'>, current: Case) {
  const taken = decisionOf(current);
  if (taken === undefined) return undefined;
  const { decision, reason, comment, at } = taken;
  return { decision, reason, comment, at, by: nameOf(ports, taken) };
}
