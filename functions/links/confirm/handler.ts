import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { confirm } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { formOf } from '#shared/forms/forms.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, isCrossSite, languageOf, type Request, speakingTo } from '#shared/http/request.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { type ConfirmState, renderConfirmPage } from '#shared/pages/confirm-page.tsx';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = { ...createLinkPorts(env.SUBMISSIONS_TABLE), workflow: createWorkflow(env.WORKFLOW_ARN) };

/** The page behind the link that confirms an address. Opening it shows; its button confirms. */
export const handler = httpFunction(async (asked) => {
  if (isCrossSite(asked) && asked.method === 'POST') return answerProblem(asked, postProblem('cross-site'));
  const opened = await openLink(ports, 'confirm', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  const { case: current } = opened;
  const request = speakingTo(current, asked);
  if (opened.kind === 'expired') return showExpired(request, current);
  if (request.method !== 'POST') return show(request, current, stateOf(current));
  const confirmed = await answerCase(ports, current.id, confirm);
  if (confirmed === undefined) return answerProblem(request, linkProblem('unknown-link'));
  return show(request, confirmed.case, confirmed.outcome.kind);
}, answerProblem);

function stateOf(current: Case): ConfirmState {
  const { status } = current;
  if (lapsedUnconfirmed(current)) return 'too-late';
  return status === 'awaiting-confirmation' ? 'to-confirm' : 'confirmed-before';
}

/** Whether it lapsed for want of a confirmation: a case that has been decided on was confirmed before. */
function lapsedUnconfirmed({ status, decision }: Case): boolean {
  return status === 'lapsed' && decision === undefined;
}

/** Without a confirmation the page says how to send it in again; otherwise the link has simply expired. */
function showExpired(request: Request, current: Case): Reply {
  const isTooLate = current.status === 'awaiting-confirmation' || lapsedUnconfirmed(current);
  return isTooLate ? show(request, current, 'too-late') : answerProblem(request, linkProblem('link-expired'));
}

function show(request: Request, current: Case, state: ConfirmState): Reply {
  const { id, reference, form, status } = current;
  if (!request.wantsHtml) {
    if (state === 'too-late') return problemReply(linkProblem('link-expired'), languageOf(request));
    return jsonReply(200, { id, reference, form, status }, unlisted);
  }
  const language = languageOf(request);
  const answerBy = current.question?.answerBy;
  const html = renderConfirmPage({
    language,
    path: addressOf(request),
    state,
    form: formOf(form),
    status,
    reference,
    content: current.round.content,
    answerBy,
  });
  return htmlReply(state === 'too-late' ? 410 : 200, html, language, unlisted);
}
