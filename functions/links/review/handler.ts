import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { formOf } from '#shared/forms/forms.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { isCrossSite, speakingTo } from '#shared/http/request.ts';
import { createNoteStore } from '#shared/moderation/note-store.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { openReview } from '#shared/moderation/review.ts';
import { readSettings } from '#shared/moderation/settings.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerKeepingWords } from '#shared/pages/kept-words.tsx';
import { contract } from './contract.ts';
import { keepNote, takeBack, takeVote } from './posts.ts';
import { showReview } from './show-review.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  notes: createNoteStore(createDocumentClient(), env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  settings: readSettings(import.meta.dirname),
};

const posts = {
  'POST /review/{secret}': takeVote,
  'POST /review/{secret}/undo': takeBack,
  'POST /review/{secret}/note': keepNote,
} as const;

/** The page behind a moderator's link. Opening it shows the whole case; its buttons answer, take back, and keep a note. */
export const handler = httpFunction(async (asked) => {
  const post = Object.entries(posts).find(([route]) => route === asked.route)?.[1];
  if (post !== undefined && isCrossSite(asked)) return answerProblem(asked, postProblem('cross-site'));
  const opened = await openReview(ports, asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'erased') return answerProblem(asked, linkProblem('gone'));
  if (opened.kind === 'expired')
    return answerKeepingWords(asked, linkProblem('link-expired'), formOf(opened.case.form));
  const request = speakingTo(opened.seat.moderator, asked);
  return post === undefined ? showReview(ports, request, opened) : post(ports, request, opened);
}, answerProblem);
