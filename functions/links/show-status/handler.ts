import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createCopyStore } from '#shared/case/copy-store.ts';
import { mayHaveCopy } from '#shared/case/submitter-acts.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { jsonReply, unlisted } from '#shared/http/reply.ts';
import { speakingTo } from '#shared/http/request.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { progressOf } from '#shared/moderation/progress.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerStatus } from '#shared/pages/answer-status.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  copies: createCopyStore(createDocumentClient(), env.SUBMISSIONS_TABLE),
  origin: env.ORIGIN,
};

/** Where a case stands: the receipt right after sending in, and the page to come back to; and a copy of all that is kept. */
export const handler = httpFunction(async (asked) => {
  const opened = await openLink(ports, 'status', asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'erased') return answerProblem(asked, linkProblem('gone'));
  const request = speakingTo(opened.case, asked);
  if (opened.kind === 'expired') return answerProblem(request, linkProblem('link-expired'));
  if (!asked.path.endsWith('/copy')) return answerStatus(ports, request, opened);
  if (!mayHaveCopy(opened.case, opened.link)) return answerStatus(ports, request, opened, 'mailed-link-needed');
  const { timeline } = await progressOf(ports, opened.case, opened.link, ports.now());
  const name = `${opened.case.reference}.json`;
  return jsonReply(
    200,
    { ...(await ports.copies.copyOf(opened.case)), timeline },
    {
      ...unlisted,
      'content-disposition': `attachment; filename="${name}"`,
    },
  );
}, answerProblem);
