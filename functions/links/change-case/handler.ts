import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { actOn, maySend, possibleActions, type SubmitterAction } from '#shared/case/submitter-acts.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { readBody } from '#shared/http/body.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { readPostedAction } from '#shared/http/posted-action.ts';
import type { Problem } from '#shared/http/problem.ts';
import { fieldErrorText } from '#shared/http/refusals.ts';
import { jsonReply, type Reply, seeOther, unlisted } from '#shared/http/reply.ts';
import { isCrossSite, languageOf, type Request, speakingTo } from '#shared/http/request.ts';
import { type Link, linkAddress } from '#shared/links/link.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerStatus } from '#shared/pages/answer-status.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  origin: env.ORIGIN,
};

/** What a submitter does with a case from its status page: withdraws it, hides the contact, changes it, says it is still right. */
export const handler = httpFunction(async (asked) => {
  if (isCrossSite(asked)) return answerProblem(asked, postProblem('cross-site'));
  const opened = await openLink(ports, 'status', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'erased') return answerProblem(asked, linkProblem('gone'));
  const { case: current } = opened;
  const request = speakingTo(current, asked);
  if (opened.kind === 'expired') return answerProblem(request, linkProblem('link-expired'));
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, postProblem(body.code));
  const posted = readPostedAction(body);
  if (posted.kind === 'refused') return answerProblem(request, refusedAction(posted.errors, request));
  const { action } = posted;
  if (!maySend(current, opened.link, action)) return answerStatus(ports, request, opened, 'mailed-link-needed');
  return action === 'revise' ? openToRevise(request, opened) : change(request, opened, action);
}, answerProblem);

/** Only a program can post an action that no button has. */
function refusedAction(errors: readonly FieldError[], request: Request): Problem {
  const language = languageOf(request);
  return postProblem('invalid-fields', {
    errors: errors.map((error) => ({ ...error, detail: fieldErrorText(error.code, { label: 'action' }, language) })),
  });
}

interface Opened {
  readonly case: Case;
  readonly link: Link;
}

async function change(request: Request, opened: Opened, action: Exclude<SubmitterAction, 'revise'>): Promise<Reply> {
  const changed = await answerCase(ports, opened.case.id, actOn[action]);
  if (changed === undefined) return answerProblem(request, linkProblem('unknown-link'));
  const latest = { ...opened, case: changed.case };
  if (changed.outcome.kind === 'not-possible') return answerStatus(ports, request, latest, 'not-possible');
  // Reloading the page then does nothing again.
  return request.wantsHtml ? seeOther(request.path, unlisted) : answerStatus(ports, request, latest);
}

/** A link to the form with what is published, or with what was asked for. Nothing is written to the case. */
async function openToRevise(request: Request, opened: Opened): Promise<Reply> {
  const { case: current } = opened;
  if (!possibleActions(current, ports.now()).includes('revise'))
    return answerStatus(ports, request, opened, 'not-possible');
  const secret = await ports.links.mint(newLink('revise', current, ports.now()));
  const reviseUrl = linkAddress(env.ORIGIN, 'revise', secret);
  return request.wantsHtml ? seeOther(reviseUrl, unlisted) : jsonReply(200, { reviseUrl }, unlisted);
}
