import { createDocumentClient } from '#shared/aws/documents.ts';
import { logError } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { confirm } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { disown } from '#shared/case/submitter-acts.ts';
import { formOf } from '#shared/forms/forms.ts';
import { readBody } from '#shared/http/body.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { notMe, readConfirmation } from '#shared/http/posted-confirmation.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, isCrossSite, languageOf, type Request, speakingTo } from '#shared/http/request.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { createMailBudgets } from '#shared/moderation/mail-budget-store.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { type ConfirmState, renderConfirmPage } from '#shared/pages/confirm-page.tsx';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = { ...createLinkPorts(env.SUBMISSIONS_TABLE), workflow: createWorkflow(env.WORKFLOW_ARN) };
const budgets = createMailBudgets(createDocumentClient(), env.SUBMISSIONS_TABLE);

/**
 * The page behind the link that confirms an address. Opening it shows; its button confirms. Who gets the mail and sent
 * nothing in says so, is asked once more, and the case is withdrawn.
 */
export const handler = httpFunction(async (asked) => {
  if (isCrossSite(asked) && asked.method === 'POST') return answerProblem(asked, postProblem('cross-site'));
  const opened = await openLink(ports, 'confirm', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'erased') return answerProblem(asked, linkProblem('gone'));
  const { case: current } = opened;
  const request = speakingTo(current, asked);
  const answer = await answerOf(request);
  if (typeof answer === 'object') return answerProblem(request, answer.problem);
  if (answer === notMe && current.withdrawal?.isUnwanted) return showDisowned(request, current);
  if (opened.kind === 'expired') return showExpired(request, current);
  if (request.method !== 'POST')
    return show(request, current, answer === notMe ? disownable(current) : stateOf(current));
  return answer === notMe ? takeBack(request, current) : confirmAddress(request, current);
}, answerProblem);

/** What was answered, or with GET is asked about: nobody acts by opening an address. */
async function answerOf(request: Request): Promise<ReturnType<typeof readConfirmation>> {
  if (request.method !== 'POST') return request.query.get('action') === notMe ? notMe : 'confirm';
  if (request.body.length === 0) return 'confirm';
  return readConfirmation(await readBody(request), languageOf(request));
}

async function confirmAddress(request: Request, { id }: Case): Promise<Reply> {
  const confirmed = await answerCase(ports, id, confirm);
  if (confirmed === undefined) return answerProblem(request, linkProblem('unknown-link'));
  if (confirmed.outcome.kind !== 'too-late') await know(confirmed.case);
  return show(request, confirmed.case, confirmed.outcome.kind);
}

/** The answer counts although this fails: the address then gets as few mails as one that nobody knows. */
async function know({ id, submitter }: Case): Promise<void> {
  try {
    await budgets.noteKnown(submitter.email, ports.now());
  } catch (error) {
    logError('a confirmed address could not be noted', error, { submissionId: id });
  }
}

async function takeBack(request: Request, { id }: Case): Promise<Reply> {
  const taken = await answerCase(ports, id, disown);
  if (taken === undefined) return answerProblem(request, linkProblem('unknown-link'));
  const { case: current } = taken;
  switch (taken.outcome.kind) {
    case 'acted':
    case 'acted-before':
      return showDisowned(request, current);
    case 'confirmed-before':
      return answerProblem(request, linkProblem('already-confirmed', { more: { status: current.status } }));
    case 'not-possible':
      return showExpired(request, current);
  }
}

/** It is withdrawn. Said once more, that the address wants no mail is noted once more. */
async function showDisowned(request: Request, current: Case): Promise<Reply> {
  if (request.method !== 'POST') return answerProblem(request, linkProblem('link-expired'));
  const isNoted = await budgets.noteUnwanted(current.submitter.email, ports.now());
  return show(request, current, isNoted ? 'disowned-for-long' : 'disowned');
}

function stateOf(current: Case): ConfirmState {
  const { status } = current;
  if (lapsedUnconfirmed(current)) return 'too-late';
  return status === 'awaiting-confirmation' ? 'to-confirm' : 'confirmed-before';
}

function disownable(current: Case): ConfirmState {
  const state = stateOf(current);
  return state === 'to-confirm' ? 'to-disown' : state;
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
