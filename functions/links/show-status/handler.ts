import { readEnv } from '#shared/aws/read-env.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { speakingTo } from '#shared/http/request.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerStatus } from '#shared/pages/answer-status.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = { ...createLinkPorts(env.SUBMISSIONS_TABLE), origin: env.ORIGIN };

/** Where a case stands: the receipt right after sending in, and the page to come back to. */
export const handler = httpFunction(async (asked) => {
  const opened = await openLink(ports, 'status', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  const request = speakingTo(opened.case, asked);
  if (opened.kind === 'expired') return answerProblem(request, linkProblem('link-expired'));
  return answerStatus(ports, request, opened);
}, answerProblem);
