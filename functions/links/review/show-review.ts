import type { Case } from '#shared/case/case.ts';
import type { ContentChange } from '#shared/case/content-changes.ts';
import { decisionKinds, rejectReasons, requestedBy, type Vote } from '#shared/case/decision.ts';
import { entryIdOf, isPublic } from '#shared/case/publication.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { canTakeBack, decidingVote, isLastRound, statusToBe, undoUntil, voteOf, votesOf } from '#shared/case/votes.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import type { NoteStore } from '#shared/moderation/note-store.ts';
import { changesOfRound, type OpenReview, type ReviewPorts } from '#shared/moderation/review.ts';
import { seatOf } from '#shared/moderation/routing.ts';
import { under } from '#shared/pages/frame.tsx';
import { reviewAddress } from '#shared/pages/review-address.ts';
import type { ShownAnswer } from '#shared/pages/review-answer.tsx';
import type { ShownFact, ShownNote, ShownVote } from '#shared/pages/review-others.tsx';
import { type ReviewNotice, renderReviewPage } from '#shared/pages/review-page.tsx';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';

export type ShowPorts = ReviewPorts & { readonly notes: NoteStore };

/** What the page says after a POST that leads back to it. */
interface Shown {
  readonly status?: number;
  readonly errors?: readonly RefusedField[];
  /** What a browser posted; a program posts no fields. */
  readonly values?: BrowserFields | undefined;
  readonly stale?: readonly ContentChange[];
  readonly notice?: ReviewNotice | undefined;
}

/** Shows the whole case and the choices, or what has been answered. Changes and records nothing. */
export async function showReview(
  ports: ShowPorts,
  request: Request,
  opened: OpenReview,
  shown: Shown = {},
): Promise<Reply> {
  const { case: current, seat } = opened;
  const language = languageOf(request);
  const [changed, others] = await Promise.all([changesOfRound(ports.cases, current), whatOthersSaid(ports, opened)]);
  if (!request.wantsHtml)
    return jsonReply(
      200,
      { ...describe(ports, opened, request), ...others, ...(changed && { changes: changed }) },
      unlisted,
    );
  const path = reviewAddress(request);
  const answer = answerOf(ports, opened, path);
  const html = renderReviewPage({
    language,
    path,
    form: formOf(current.form),
    reference: current.reference,
    decidesAs: { name: seat.moderator.name, institution: labelOf('institutions', seat.institution.id, language) },
    mayDecide: opened.mayDecide,
    submitterLanguage: current.language,
    round: current.round,
    isLastRound: isLastRound(current),
    suspicions: current.verdict.reasons,
    requested: requestedOf(current),
    changed,
    approvals: current.question?.approvals ?? 1,
    isTie: answer === undefined && current.question?.disagreed !== undefined,
    ...others,
    votes: others.votes.filter(({ by, at }) => by !== answer?.by || at !== answer.vote.at),
    answer,
    errors: shown.errors ?? [],
    values: shown.values ?? new Map(),
    stale: shown.stale,
    notice: shown.notice,
  });
  return htmlReply(shown.status ?? 200, html, language, unlisted);
}

function describe(ports: ShowPorts, opened: OpenReview, request: Request): Record<string, unknown> {
  const { case: current } = opened;
  const { id, reference, form, round } = current;
  const labels = caseTexts.in(languageOf(request)).rejectReasons;
  const reasons = rejectReasons.map((code) => ({ code, label: labels[code] }));
  const answer = answerOf(ports, opened, '');
  const choices = decisionKinds.filter((kind) => kind !== 'request-changes' || !isLastRound(current));
  return {
    submission: { id, reference, form, language: round.content.language, content: round.content },
    round: round.number,
    contentHash: round.contentHash,
    choices: choices.map((decision) => ({ decision, reasons: decision === 'reject' ? reasons : [] })),
    ...(!opened.mayDecide && { ownSubmission: true }),
    ...(current.verdict.reasons.length > 0 && { suspicions: current.verdict.reasons }),
    ...(requestedOf(current) && { requested: requestedOf(current) }),
    ...(answer && {
      decided: {
        decision: answer.vote.decision,
        by: answer.by,
        at: answer.vote.at,
        ...(answer.vote.reason && { reason: answer.vote.reason }),
        ...(answer.vote.comment && { comment: answer.vote.comment }),
        ...(answer.undo?.until && { undoUntil: answer.undo.until }),
      },
    }),
  };
}

/** What was asked for in the round before. */
function requestedOf({ decision, round }: Case) {
  if (decision?.decision !== 'request-changes' || decision.round === round.number) return undefined;
  return requestedBy(decision);
}

/** The reader's own answer, or else the one that decided. */
function answerOf(ports: ShowPorts, { case: current, seat }: OpenReview, path: string): ShownAnswer | undefined {
  const { id } = seat.moderator;
  const own = voteOf(current, id);
  const vote = own ?? decidingVote(current);
  if (vote === undefined) return undefined;
  const now = ports.now();
  return {
    vote,
    by: nameOf(ports, vote),
    isOwn: own !== undefined,
    isFinal: current.question?.kind !== 'review',
    finalAt: current.question?.settlesAt,
    leadsTo: leadsTo(current),
    undo: canTakeBack(current, id, now)
      ? { action: under(path, 'undo'), until: undoUntil(current, id, now) }
      : undefined,
    initiative: isPublic(current) ? `/initiatives/${entryIdOf(current)}` : undefined,
  };
}

function leadsTo(current: Case): ShownAnswer['leadsTo'] {
  if (statusToBe(current) !== 'in-review') return decidingVote(current)?.decision ?? 'waiting';
  const { settlesAt, disagreed } = current.question ?? {};
  return settlesAt !== undefined || disagreed !== undefined ? 'contradicted' : 'waiting';
}

interface Others {
  readonly votes: readonly ShownVote[];
  readonly history: readonly ShownFact[];
  readonly notes: readonly ShownNote[];
}

/** Who has answered, but how only once the reader has answered too, or cannot, or is asked because the others contradict each other. */
async function whatOthersSaid(ports: ShowPorts, { case: current, seat, mayDecide }: OpenReview): Promise<Others> {
  if (!mayDecide) return { votes: [], history: [], notes: [] };
  const { id } = seat.moderator;
  const isRevealed =
    voteOf(current, id) !== undefined ||
    decidingVote(current) !== undefined ||
    current.question?.disagreed !== undefined;
  const [facts, notes] = await Promise.all([ports.cases.facts(current), ports.notes.all(current.id)]);
  const named = (moderator: string) => seatOf(ports.settings, moderator)?.moderator.name;
  return {
    votes: votesOf(current).map((vote) => {
      const { decision, reason, comment, comments } = vote;
      const said = { decision, ...(reason && { reason }), ...(comment && { comment }), ...(comments && { comments }) };
      return { by: nameOf(ports, vote), institution: vote.institution, at: vote.at, ...(isRevealed && { vote: said }) };
    }),
    history: facts.map(({ at, what, by, for: place }) => {
      return { at, what, ...(by && { by: named(by) ?? by }), ...(place && { for: place }) };
    }),
    notes: notes.map(({ by, at, note }) => ({ by: named(by) ?? by, at, note })),
  };
}

/** Moderators know each other by name; the name of one who has left is no longer ours to give. */
export function nameOf({ settings }: Pick<ShowPorts, 'settings'>, { by, institution }: Vote): string {
  return seatOf(settings, by)?.moderator.name ?? institution;
}
