import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { isRefused } from '#shared/case/refusals.ts';
import { mayHaveCopy } from '#shared/case/submitter-acts.ts';
import { decisionOf } from '#shared/case/votes.ts';
import { formOf } from '#shared/forms/forms.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { problemStatus } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { addressOf, languageOf, type Request } from '#shared/http/request.ts';
import type { Link } from '#shared/links/link.ts';
import { progressOf } from '#shared/moderation/progress.ts';
import { renderStatusPage } from './status-page.tsx';

interface StatusPorts {
  readonly cases: CaseStore;
  readonly origin: string;
  readonly now: () => Date;
}

/** Where a case stands, seen through a status link. `refused`: what was asked for, and cannot be done, is said above it. */
export async function answerStatus(
  ports: StatusPorts,
  request: Request,
  { case: current, link }: { readonly case: Case; readonly link: Link },
  refused?: 'mailed-link-needed' | 'not-possible',
): Promise<Reply> {
  const language = languageOf(request);
  const problem = refused && linkProblem(refused, { more: { status: current.status } });
  if (problem !== undefined && !request.wantsHtml) return problemReply(problem, language);
  const progress = await progressOf(ports, current, link, ports.now());
  if (!request.wantsHtml) return jsonReply(200, progress, unlisted);
  const html = renderStatusPage({
    language,
    path: addressOf(request),
    action: request.path.replace(/\/copy$/, ''),
    progress,
    form: formOf(current.form),
    content: current.round.content,
    decision: decisionOf(current),
    addressRefused: isRefused(current, current.submitter.email),
    mayHaveCopy: mayHaveCopy(current, link),
    isErasedSoon: current.eraseAt !== undefined,
    refused: problem?.textIn(language),
  });
  return htmlReply(refused === undefined ? 200 : problemStatus[refused], html, language, unlisted);
}
