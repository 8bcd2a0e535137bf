import type { Workflow } from '#shared/aws/workflow.ts';
import { readBody } from '#shared/http/body.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { showAgain } from '#shared/http/posted-form.ts';
import { readPostedVote } from '#shared/http/posted-vote.ts';
import type { Reply } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { decideReview, type OpenedReview, type ReviewPorts } from '#shared/moderation/review.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { replyErrors, replyOutcome, showTyped } from './replies.ts';

/** Takes a moderator's vote, unless it cannot be read or the page is only wanted in another language. */
export async function answerPost(
  ports: ReviewPorts & { workflow: Workflow },
  request: Request,
  opened: Extract<OpenedReview, { kind: 'open' }>,
): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, postProblem(body.code));
  const values = body.kind === 'browser' ? body.fields : undefined;
  if (request.wantsHtml && values?.get('_action')?.[0] === showAgain) return showTyped(ports, request, opened, values);
  const read = readPostedVote(body);
  if (read.kind === 'refused') return replyErrors(ports, request, opened, read.errors, values);
  const outcome = await decideReview(ports, opened, read.vote);
  return replyOutcome(ports, request, opened, outcome, values);
}
