import { logError } from '#shared/aws/log.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import { isTooLateToRevise, type Revision, revise } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink, newLinkOfRepeat } from '#shared/case/case-links.ts';
import { type CaseStore, NotStorable } from '#shared/case/case-store.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import type { DraftStore } from '#shared/case/draft-store.ts';
import { screenRevision } from '#shared/case/screening.ts';
import { checkContent } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';
import { type BrowserFields, readBody } from '#shared/http/body.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { circumstancesOf, onlyShown, readPosted, saveDraft } from '#shared/http/posted-form.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import type { Reply } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import { type Link, linkAddress } from '#shared/links/link.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { keepDraft } from './keep-draft.ts';
import { isOpenFor, offerAnew, replyErrors, replyNotStorable, replySent, showOvertaken, withBasis } from './replies.ts';

export interface RevisePorts {
  readonly drafts: DraftStore;
  readonly cases: CaseStore;
  readonly links: LinkStore;
  readonly workflow: Workflow;
  readonly origin: string;
  readonly now: () => Date;
}

/** Takes the changed form as the next round. `round` is the one that the link comments on; undefined when its time is over. */
export async function answerPost(
  ports: RevisePorts,
  request: Request,
  current: Case,
  round: number | undefined,
): Promise<Reply> {
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, postProblem(body.code));
  const form = formOf(current.form);
  const posted = readPosted(form, body);
  const { values } = posted;
  if (posted.controls._action === saveDraft && isOpenFor(current, round) && !isTooLateToRevise(current, ports.now()))
    return keepDraft(ports, request, current, posted);
  const checked = checkContent(form, posted.content);
  const shown = onlyShown(request, posted);
  if (checked.kind === 'refused' || shown !== undefined) {
    const errors = checked.kind === 'refused' && shown !== 'fill' ? checked.errors : [];
    if (isOpenFor(current, round)) return replyErrors(request, current, values, errors);
    return answerClosed(ports, request, current, round, values);
  }
  if (round === undefined) return answerClosed(ports, request, current, round, values);
  const { content } = checked;
  const verdict = screenRevision(form.fields, content, circumstancesOf(posted, ports.now()));
  const { round: basis } = await withBasis(ports.cases, current);
  const revision = { round, basis: basis.content, content, contentHash: hashOf(content), verdict };
  const sent = await sendOrRefuse(ports, current.id, revision);
  if (sent === 'not-storable') return replyNotStorable(request, current, values);
  if (sent?.outcome.kind === 'revised')
    return replySent(request, sent.case, await mintStatusUrl(ports, newLink('status', sent.case, ports.now())));
  if (sent?.outcome.kind === 'revised-before')
    return replySent(request, sent.case, await mintStatusUrl(ports, newLinkOfRepeat(sent.case, ports.now())));
  return answerClosed(ports, request, sent?.case ?? current, round, values);
}

/** What the table refuses is an answer, for what was typed must not be lost with it. */
function sendOrRefuse(ports: RevisePorts, id: string, revision: Revision) {
  return answerCase(ports, id, (latest, at) => revise(latest, revision, at)).catch((error: unknown) => {
    if (!(error instanceof NotStorable)) throw error;
    logError('the table refuses what the form has taken', error, { submissionId: id });
    return 'not-storable' as const;
  });
}

/** Another revision was quicker, the case has been withdrawn, or the time is over. What was typed is not stored, and not lost either. */
async function answerClosed(
  ports: RevisePorts,
  request: Request,
  current: Case,
  round: number | undefined,
  values: BrowserFields,
): Promise<Reply> {
  if (!request.wantsHtml) return problemReply(linkProblem('link-expired'), languageOf(request));
  if (current.status === 'withdrawn' || isTooLateToRevise(current, ports.now()))
    return offerAnew(request, current, values);
  // An expired link leads no further.
  const statusUrl = round === undefined ? undefined : await mintStatusUrl(ports, newLinkOfRepeat(current, ports.now()));
  return showOvertaken(request, current, values, statusUrl);
}

async function mintStatusUrl({ links, origin }: RevisePorts, link: Link): Promise<string> {
  return linkAddress(origin, 'status', await links.mint(link));
}
