import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { isCrossSite } from '#shared/http/request.ts';
import { createLinkPorts } from '#shared/links/link-ports.ts';
import { readSettings } from '#shared/moderation/read-settings.ts';
import { openReview } from '#shared/moderation/review.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerDecision } from './answer-decision.ts';
import { contract } from './contract.ts';
import { showReview } from './show-review.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  settings: readSettings(import.meta.dirname),
};

/** The page behind a moderator's link. Opening it shows the whole case; its button decides. */
export const handler = httpFunction(async (request) => {
  const isPost = request.method === 'POST';
  if (isPost && isCrossSite(request)) return answerProblem(request, { code: 'cross-site' });
  const opened = await openReview(ports, request.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(request, { code: 'unknown-link' });
  if (opened.kind === 'expired') return answerProblem(request, { code: 'link-expired' });
  return isPost ? answerDecision(ports, request, opened) : showReview(ports, request, opened);
}, answerProblem);
