import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { revise } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { isOverdue } from '#shared/case/question.ts';
import { checkContent, type FieldError } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';
import { readBody } from '#shared/http/body.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { isOnlyShown, type Posted, readPosted } from '#shared/http/posted-form.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { explain } from '#shared/http/refusals.ts';
import { jsonReply, type Reply, seeOther, unlisted } from '#shared/http/reply.ts';
import { isCrossSite, languageOf, type Request, speakingTo } from '#shared/http/request.ts';
import { linkAddress } from '#shared/links/link.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { contract } from './contract.ts';
import { offerAnew, showOvertaken, showRevision, showSent, showTooLate } from './show-revision.ts';

const env = readEnv(contract.env);
const ports = { ...createLinkPorts(env.SUBMISSIONS_TABLE), workflow: createWorkflow(env.WORKFLOW_ARN) };

/** The form with what was sent and the moderators' comments. Opening it shows; its button sends the next round. */
export const handler = httpFunction(async (asked) => {
  const isPost = asked.method === 'POST';
  if (isPost && isCrossSite(asked)) return answerProblem(asked, { code: 'cross-site' });
  const opened = await openLink(ports, 'revise', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, { code: 'unknown-link' });
  const request = speakingTo(opened.case, asked);
  const { case: current } = opened;
  const round = opened.kind === 'open' ? opened.link.round : undefined;
  if (isPost) return answerRevision(request, current, round);
  if (isTooLate(current)) return showTooLate(request, current);
  if (current.status === 'changes-requested' && current.round.number === round) return showRevision(request, current);
  const isSent = round !== undefined && current.round.number > round && current.status === 'in-review';
  return isSent ? showSent(request, current) : answerProblem(request, { code: 'link-expired' });
}, answerProblem);

/** Whether the changes were waited for in vain: the case is closed, or about to be. */
function isTooLate({ status, question }: Case): boolean {
  return status === 'lapsed' || (question?.kind === 'revise' && isOverdue(question, now()));
}

/** `round` is the one that the link comments on; undefined when its time is over. */
async function answerRevision(request: Request, current: Case, round: number | undefined): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, { code: body.code });
  const form = formOf(current.form);
  const posted = readPosted(form, body);
  const checked = checkContent(form, posted.content);
  if (checked.kind === 'refused' || isOnlyShown(request, posted)) {
    const isOpen = current.status === 'changes-requested' && current.round.number === round;
    const errors = checked.kind === 'refused' ? checked.errors : [];
    return isOpen ? answerRefusal(request, current, posted, errors) : answerClosed(request, current, round, posted);
  }
  if (round === undefined) return answerClosed(request, current, round, posted);
  const { content } = checked;
  const revision = { round, content, contentHash: hashOf(content) };
  const sent = await answerCase(ports, current.id, (it, at) => revise(it, revision, at));
  const isSent = sent?.outcome.kind === 'revised' || sent?.outcome.kind === 'revised-before';
  return isSent ? answerSent(request, sent.case) : answerClosed(request, sent?.case ?? current, round, posted);
}

function answerRefusal(request: Request, current: Case, posted: Posted, errors: readonly FieldError[]): Reply {
  const language = languageOf(request);
  const refusals = explain(formOf(current.form), errors, language);
  if (request.wantsHtml) {
    const sentences = refusals.map(({ path, detail }) => ({ path, sentence: detail }));
    const status = errors.length === 0 ? 200 : 422;
    return showRevision(request, current, { status, values: posted.values, errors: sentences });
  }
  const fields = refusals.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
  return problemReply({ code: 'invalid-fields', errors: fields }, language);
}

/** Another revision was quicker, or the time is over. What was typed is not stored, and not lost either. */
async function answerClosed(
  request: Request,
  current: Case,
  round: number | undefined,
  { values }: Posted,
): Promise<Reply> {
  if (!request.wantsHtml) return problemReply({ code: 'link-expired' }, languageOf(request));
  if (isTooLate(current)) return offerAnew(request, current, values);
  // An expired link leads no further.
  const statusUrl = round === undefined ? undefined : await mintStatusUrl(current);
  return showOvertaken(request, current, values, statusUrl);
}

async function answerSent(request: Request, current: Case): Promise<Reply> {
  const statusUrl = await mintStatusUrl(current);
  if (request.wantsHtml) return seeOther(statusUrl, unlisted);
  const { id, reference, status, round } = current;
  return jsonReply(200, { id, reference, status, round: round.number, statusUrl }, unlisted);
}

async function mintStatusUrl(current: Case): Promise<string> {
  const secret = await ports.links.mint(newLink('status', current, now()));
  return linkAddress(env.ORIGIN, 'status', secret);
}
