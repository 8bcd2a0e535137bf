import type { Workflow } from '#shared/aws/workflow.ts';
import { decisionOf } from '#shared/case/answers.ts';
import type { Decision } from '#shared/case/case.ts';
import { statusAfter } from '#shared/case/status.ts';
import { type BrowserFields, readBody } from '#shared/http/body.ts';
import { showAgain } from '#shared/http/posted-form.ts';
import { longestComment, readPostedVote } from '#shared/http/posted-vote.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { type FieldInWords, fieldErrorText } from '#shared/http/problems.ts';
import { jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import type { Language } from '#shared/i18n/language.ts';
import { decideReview, type OpenedReview, type ReviewOutcome, type ReviewPorts } from '#shared/moderation/review.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { reviewWords } from '#shared/pages/words.ts';
import { nameOf } from './decider.ts';
import { showReview } from './show-review.ts';

type Open = Extract<OpenedReview, { kind: 'open' }>;

/** Takes the decision in the order of checks that DESIGN §7 fixes. */
export async function answerDecision(
  ports: ReviewPorts & { workflow: Workflow },
  request: Request,
  opened: Open,
): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, { code: body.code });
  const values = body.kind === 'browser' ? body.fields : undefined;
  if (request.wantsHtml && values?.get('_action')?.[0] === showAgain) return showTyped(ports, request, opened, values);
  const read = readPostedVote(body);
  const language = languageOf(request);
  if (read.kind === 'refused') {
    const errors = read.errors.map(({ pointer, code }) => {
      return { pointer, code, detail: fieldErrorText(code, inWords(pointer, language), language) };
    });
    return request.wantsHtml
      ? showReview(ports, request, opened, { status: 422, errors, values })
      : problemReply({ code: 'invalid-fields', errors }, language);
  }
  const decided = await decideReview(ports, opened, read.vote);
  return request.wantsHtml
    ? showOutcome(ports, request, opened, decided, values)
    : outcomeAsJson(ports, request, decided);
}

/** The page in another language, with what was typed: nothing is checked or recorded. */
function showTyped(ports: ReviewPorts, request: Request, opened: Open, values: BrowserFields): Reply {
  return showReview(ports, request, opened, { values, notRecorded: decisionOf(opened.case) !== undefined });
}

/** The fields of a decision as its page calls them. */
function inWords(pointer: string, language: Language): FieldInWords {
  const words = reviewWords[language];
  switch (pointer) {
    case '/decision':
      return { label: words.yourDecision, kind: 'code' };
    case '/reason':
      return { label: words.reason, kind: 'code' };
    case '/comment':
      return { label: words.comment, max: longestComment };
    default:
      return { label: pointer.slice(1) };
  }
}

function outcomeAsJson(ports: ReviewPorts, request: Request, decided: ReviewOutcome): Reply {
  const language = languageOf(request);
  switch (decided.kind) {
    case 'decided':
      return decidedAsJson(decided.decision);
    case 'decided-before': {
      const { decision, same } = decided;
      if (same) return decidedAsJson(decision);
      const more = { decision: decision.decision, decidedBy: nameOf(ports, decision), decidedAt: decision.at };
      return problemReply({ code: 'already-decided', more }, language);
    }
    case 'stale-content':
      return problemReply({ code: 'stale-content', more: { changes: decided.changes } }, language);
    case 'expired':
      return problemReply({ code: 'link-expired' }, language);
  }
}

/** The same answer however often it is asked for, and wherever the case has got to since. */
function decidedAsJson({ decision }: Decision): Reply {
  return jsonReply(200, { decision, status: statusAfter(decision, 'in-review') }, unlisted);
}

function showOutcome(
  ports: ReviewPorts,
  request: Request,
  opened: Open,
  decided: ReviewOutcome,
  values: BrowserFields | undefined,
): Reply {
  switch (decided.kind) {
    case 'decided':
      return showReview(ports, request, { ...opened, case: decided.case });
    case 'decided-before':
      return decided.same
        ? showReview(ports, request, { ...opened, case: decided.case })
        : showReview(ports, request, { ...opened, case: decided.case }, { status: 409, notRecorded: true, values });
    case 'stale-content':
      return showReview(
        ports,
        request,
        { ...opened, case: decided.case },
        { status: 409, changes: decided.changes, values },
      );
    case 'expired':
      return answerProblem(request, { code: 'link-expired' });
  }
}
