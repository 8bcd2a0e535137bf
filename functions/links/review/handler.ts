import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { isCrossSite, speakingTo } from '#shared/http/request.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { openReview } from '#shared/moderation/review.ts';
import { readSettings } from '#shared/moderation/settings.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerPost } from './answer-post.ts';
import { contract } from './contract.ts';
import { showReview } from './replies.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  settings: readSettings(import.meta.dirname),
};

/** The page behind a moderator's link. Opening it shows the whole case; its button decides. */
export const handler = httpFunction(async (asked) => {
  const isPost = asked.method === 'POST';
  if (isPost && isCrossSite(asked)) return answerProblem(asked, postProblem('cross-site'));
  const opened = await openReview(ports, asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'expired') return answerProblem(asked, linkProblem('link-expired'));
  const request = speakingTo(opened.seat.moderator, asked);
  return isPost ? answerPost(ports, request, opened) : showReview(ports, request, opened);
}, answerProblem);
