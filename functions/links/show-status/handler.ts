import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { isRefused } from '#shared/case/refusals.ts';
import { decisionOf } from '#shared/case/votes.ts';
import { formOf } from '#shared/forms/forms.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { htmlReply, jsonReply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, speakingTo } from '#shared/http/request.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { progressOf } from '#shared/moderation/progress.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { renderStatusPage } from '#shared/pages/status-page.tsx';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = createLinkPorts(env.SUBMISSIONS_TABLE);

/** Where a case stands: the receipt right after sending in, and the page to come back to. */
export const handler = httpFunction(async (asked) => {
  const opened = await openLink(ports, 'status', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  const { case: current } = opened;
  const request = speakingTo(current, asked);
  if (opened.kind === 'expired') return answerProblem(request, linkProblem('link-expired'));
  const progress = await progressOf(ports.cases, current, now());
  if (!request.wantsHtml) return jsonReply(200, progress, unlisted);
  const language = languageOf(request);
  const initiative = current.publication === undefined ? undefined : `/initiatives/${current.id}`;
  const html = renderStatusPage({
    language,
    path: addressOf(request),
    progress,
    form: formOf(current.form),
    content: current.round.content,
    initiative,
    decision: decisionOf(current),
    addressRefused: isRefused(current, current.submitter.email),
  });
  return htmlReply(200, html, language, unlisted);
}, answerProblem);
