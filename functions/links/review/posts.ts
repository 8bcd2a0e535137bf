import type { Workflow } from '#shared/aws/workflow.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { decidingVote, statusToBe, undoUntil, voteOf } from '#shared/case/votes.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { formOf } from '#shared/forms/forms.ts';
import { type BrowserFields, readBody } from '#shared/http/body.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { showAgain } from '#shared/http/posted-form.ts';
import { readPostedNote } from '#shared/http/posted-note.ts';
import { readPostedVote, typedValues, typedVote } from '#shared/http/posted-vote.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import {
  type OpenReview,
  type PostedVote,
  type ReviewOutcome,
  undoReview,
  voteOnReview,
} from '#shared/moderation/review.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerKeepingWords } from '#shared/pages/kept-words.tsx';
import { refusedFields } from '#shared/pages/review-fields.ts';
import { nameOf, type ShowPorts, showReview } from './show-review.ts';

type PostPorts = ShowPorts & { readonly workflow: Workflow };

/** Takes a moderator's vote, unless it cannot be read or the page is only wanted in another language. */
export async function takeVote(ports: PostPorts, request: Request, opened: OpenReview): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, postProblem(body.code));
  if (!opened.mayDecide) return refused('own-submission', request, opened);
  const values = typedVote(body);
  if (request.wantsHtml && values.get('_action')?.[0] === showAgain) {
    const notice = notRecorded(opened);
    return showReview(ports, request, opened, { values, notice });
  }
  const read = readPostedVote(formOf(opened.case.form), body, opened.case);
  if (read.kind === 'refused') return replyErrors(ports, request, opened, read.errors, values);
  return replyOutcome(ports, request, opened, await voteOnReview(ports, opened, read.vote), read.vote, values);
}

/** Takes back what the moderator answered. */
export async function takeBack(ports: PostPorts, request: Request, opened: OpenReview): Promise<Reply> {
  const outcome = await undoReview(ports, opened);
  switch (outcome.kind) {
    case 'expired':
      return refused('link-expired', request, opened);
    case 'own-submission':
      return refused('own-submission', request, opened);
    case 'taken-back': {
      const now = { ...opened, case: outcome.case };
      if (request.wantsHtml) return showReview(ports, request, now, { notice: 'taken-back', values: wordsOf(opened) });
      return jsonReply(200, { status: outcome.case.status }, unlisted);
    }
    case 'not-yours':
    case 'too-late': {
      const problem = linkProblem(outcome.kind);
      if (!request.wantsHtml) return problemReply(problem, languageOf(request));
      const status = outcome.kind === 'not-yours' ? 403 : 409;
      return showReview(ports, request, { ...opened, case: outcome.case }, { status, notice: outcome.kind });
    }
  }
}

/** What was said in the vote that is taken back, to be put better; the choice is made anew. */
function wordsOf({ case: current, seat }: OpenReview): BrowserFields {
  const { decision: _, ...words } = voteOf(current, seat.moderator.id) ?? {};
  return typedValues(words);
}

/** Keeps a note for the other moderators. A browser posts it together with the decision, which stays as it was typed. */
export async function keepNote(ports: PostPorts, request: Request, opened: OpenReview): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, postProblem(body.code));
  if (!opened.mayDecide) return refused('own-submission', request, opened);
  const values = typedVote(body);
  const read = readPostedNote(body);
  if (read.kind === 'refused') return replyErrors(ports, request, opened, read.errors, values);
  const at = ports.now().toISOString();
  const { id, round } = opened.case;
  await ports.notes.add(id, { by: opened.seat.moderator.id, round: round.number, at, note: read.note });
  if (!request.wantsHtml) return jsonReply(200, { at }, unlisted);
  const typed = new Map([...values].filter(([name]) => name !== 'note'));
  return showReview(ports, request, opened, { values: typed, notice: 'note-saved' });
}

/** Whoever cannot answer at all has what they typed back. */
function refused(code: 'link-expired' | 'own-submission', request: Request, { case: { form } }: OpenReview) {
  return answerKeepingWords(request, linkProblem(code), formOf(form));
}

function replyErrors(
  ports: PostPorts,
  request: Request,
  opened: OpenReview,
  fieldErrors: readonly FieldError[],
  values: BrowserFields,
): Reply | Promise<Reply> {
  const language = languageOf(request);
  const errors = refusedFields(fieldErrors, language);
  if (!request.wantsHtml) return problemReply(postProblem('invalid-fields', { errors }), language);
  return showReview(ports, request, opened, { status: 422, errors, values, notice: notRecorded(opened) });
}

function replyOutcome(
  ports: PostPorts,
  request: Request,
  opened: OpenReview,
  outcome: ReviewOutcome,
  posted: PostedVote,
  values: BrowserFields,
): Reply | Promise<Reply> {
  switch (outcome.kind) {
    case 'expired':
      return refused('link-expired', request, opened);
    case 'own-submission':
      return refused('own-submission', request, opened);
    case 'stale-content': {
      const { changes } = outcome;
      if (!request.wantsHtml)
        return problemReply(linkProblem('stale-content', { more: { changes } }), languageOf(request));
      return showReview(ports, request, { ...opened, case: outcome.case }, { status: 409, stale: changes, values });
    }
    case 'voted':
    case 'voted-before':
    case 'decided-before':
      return replyVote(ports, request, { ...opened, case: outcome.case }, outcome, posted, values);
  }
}

/** What the page says where an answer stands: what was just sent counts for nothing, and is shown so that it is not lost. */
function notRecorded({ case: current, seat }: OpenReview): 'stands' | 'not-recorded' | undefined {
  if (voteOf(current, seat.moderator.id) !== undefined) return 'stands';
  return decidingVote(current) === undefined ? undefined : 'not-recorded';
}

/** What stands now: the vote just given, the same one from before, or another. */
function replyVote(
  ports: PostPorts,
  request: Request,
  opened: OpenReview,
  { kind, vote }: Extract<ReviewOutcome, { vote: unknown }>,
  posted: PostedVote,
  values: BrowserFields,
): Reply | Promise<Reply> {
  if (request.wantsHtml) {
    if (kind === 'decided-before')
      return showReview(ports, request, opened, { status: 409, notice: notRecorded(opened), values });
    const isOther = kind === 'voted-before' && hashOf(wordsIn(vote)) !== hashOf(wordsIn(posted));
    return showReview(ports, request, opened, isOther ? { notice: 'stands', values } : {});
  }
  if (kind === 'decided-before') {
    const more = { decision: vote.decision, decidedBy: nameOf(ports, vote), decidedAt: vote.at };
    return problemReply(linkProblem('already-decided', { more }), languageOf(request));
  }
  const { decision, reason, comment, comments } = vote;
  const undo = undoUntil(opened.case, vote.by, ports.now());
  const recorded = { ...(reason && { reason }), ...(comment && { comment }), ...(comments && { comments }) };
  return jsonReply(
    200,
    {
      decision,
      status: statusToBe(opened.case),
      ...(undo && { undoUntil: undo }),
      ...(kind === 'voted-before' && recorded),
    },
    unlisted,
  );
}

/** What a vote says besides its decision. The same decision again in other words stands as it was first recorded. */
function wordsIn({ reason, comment, comments }: Pick<PostedVote, 'reason' | 'comment' | 'comments'>) {
  return { reason, comment, comments };
}
