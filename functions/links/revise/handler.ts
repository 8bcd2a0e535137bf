import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { checkContent, type FieldError } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';
import { isOnlyShown, type Posted, readPosted } from '#shared/forms/posted.ts';
import { explain } from '#shared/forms/refusals.ts';
import { readBody } from '#shared/http/body.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { jsonReply, type Reply, seeOther, unlisted } from '#shared/http/reply.ts';
import { isCrossSite, languageOf, type Request, speakingTo } from '#shared/http/request.ts';
import { linkAddress, newLink } from '#shared/links/link.ts';
import { createLinkPorts } from '#shared/links/link-ports.ts';
import { openLink } from '#shared/links/open-link.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { reviseWords } from '#shared/pages/words.ts';
import { revise } from '#shared/submission/answers.ts';
import type { Case } from '#shared/submission/case.ts';
import { hashOf } from '#shared/submission/content-hash.ts';
import { answerCase } from '#shared/submission/follow-up.ts';
import { contract } from './contract.ts';
import { showRevision, showSent } from './show-revision.ts';

const env = readEnv(contract.env);
const ports = { ...createLinkPorts(env.SUBMISSIONS_TABLE), workflow: createWorkflow(env.WORKFLOW_ARN) };

/** The form with what was sent and the moderators' comments. Opening it shows; its button sends the next round. */
export const handler = httpFunction(async (asked) => {
  const isPost = asked.method === 'POST';
  if (isPost && isCrossSite(asked)) return answerProblem(asked, { code: 'cross-site' });
  const opened = await openLink(ports, 'revise', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, { code: 'unknown-link' });
  const request = speakingTo(opened.case, asked);
  if (opened.kind === 'expired') {
    return isPost ? answerRevision(request, opened.case, undefined) : answerProblem(request, { code: 'link-expired' });
  }
  const { link, case: current } = opened;
  if (isPost) return answerRevision(request, current, link.round);
  if (current.round.number > link.round && current.status === 'in-review') return showSent(request, current);
  const isOpen = current.status === 'changes-requested' && current.round.number === link.round;
  return isOpen ? showRevision(request, current) : answerProblem(request, { code: 'link-expired' });
}, answerProblem);

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
    return isOpen ? answerRefusal(request, current, posted, errors) : answerClosed(request, current, posted);
  }
  if (round === undefined) return answerClosed(request, current, posted);
  const { content } = checked;
  const revision = { round, content, contentHash: hashOf(content) };
  const sent = await answerCase(ports, current.id, (it, at) => revise(it, revision, at));
  const isSent = sent?.outcome.kind === 'revised' || sent?.outcome.kind === 'revised-before';
  return isSent ? answerSent(request, sent.case) : answerClosed(request, sent?.case ?? current, posted);
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
function answerClosed(request: Request, current: Case, { values }: Posted): Reply {
  if (!request.wantsHtml) return problemReply({ code: 'link-expired' }, languageOf(request));
  const words = reviseWords[languageOf(request)];
  const sentence =
    current.status === 'lapsed' || current.status === 'changes-requested' ? words.tooLate : words.overtaken;
  return showRevision(request, current, { status: 410, values, errors: [{ path: '', sentence }] });
}

async function answerSent(request: Request, current: Case): Promise<Reply> {
  const secret = await ports.links.mint(newLink('status', current, now()));
  const statusUrl = linkAddress(env.ORIGIN, 'status', secret);
  if (request.wantsHtml) return seeOther(statusUrl, unlisted);
  const { id, reference, status, round } = current;
  return jsonReply(200, { id, reference, status, round: round.number, statusUrl }, unlisted);
}
