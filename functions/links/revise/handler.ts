import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { createDraftStore } from '#shared/case/draft-store.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { isCrossSite, speakingTo } from '#shared/http/request.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerPost } from './answer-post.ts';
import { contract } from './contract.ts';
import { showLink } from './replies.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  drafts: createDraftStore(createDocumentClient(), env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  origin: env.ORIGIN,
};

/** The form with what was sent and the moderators' comments. Opening it shows; its button sends the next round. */
export const handler = httpFunction(async (asked) => {
  const isPost = asked.method === 'POST';
  if (isPost && isCrossSite(asked)) return answerProblem(asked, postProblem('cross-site'));
  const opened = await openLink(ports, 'revise', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'erased') return answerProblem(asked, linkProblem('gone'));
  const request = speakingTo(opened.case, asked);
  // An expired link comments on no round any more.
  const round = opened.kind === 'open' ? opened.link.round : undefined;
  return isPost ? answerPost(ports, request, opened.case, round) : showLink(ports, request, opened.case, round);
}, answerProblem);
