import { readEnv } from '#shared/aws/read-env.ts';
import { formOf } from '#shared/forms/forms.ts';
import { readBody } from '#shared/http/body.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { readPostedVote, typedVote } from '#shared/http/posted-vote.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, unlisted } from '#shared/http/reply.ts';
import { isCrossSite, languageOf, speakingTo } from '#shared/http/request.ts';
import { renderText } from '#shared/mail/letter.ts';
import { createLinkPorts } from '#shared/moderation/ports.ts';
import { previewMail } from '#shared/moderation/preview-mail.ts';
import { openReview } from '#shared/moderation/review.ts';
import { readSettings } from '#shared/moderation/settings.ts';
import { answerProblem } from '#shared/pages/answer-problem.ts';
import { answerKeepingWords } from '#shared/pages/kept-words.tsx';
import { renderPreviewPage } from '#shared/pages/preview-page.tsx';
import { refusedFields } from '#shared/pages/review-fields.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = {
  ...createLinkPorts(env.SUBMISSIONS_TABLE),
  settings: readSettings(import.meta.dirname),
  origin: env.ORIGIN,
};

/** The mail that a decision would cause, as the submitter would get it. Stores and sends nothing, and cannot. */
export const handler = httpFunction(async (asked) => {
  if (isCrossSite(asked)) return answerProblem(asked, postProblem('cross-site'));
  const opened = await openReview(ports, asked.parameters['secret'] ?? '');
  if (opened.kind === 'unknown') return answerProblem(asked, linkProblem('unknown-link'));
  if (opened.kind === 'erased') return answerProblem(asked, linkProblem('gone'));
  if (opened.kind === 'expired')
    return answerKeepingWords(asked, linkProblem('link-expired'), formOf(opened.case.form));
  const request = speakingTo(opened.seat.moderator, asked);
  const body = await readBody(request);
  if (body.kind === 'refused') return answerProblem(request, postProblem(body.code));
  const form = formOf(opened.case.form);
  if (!opened.mayDecide) return answerKeepingWords(request, linkProblem('own-submission'), form);
  const language = languageOf(request);
  const page = { language, path: request.path, values: typedVote(body) };
  const read = readPostedVote(form, body, opened.case);
  if (read.kind === 'refused') {
    const errors = refusedFields(read.errors, language);
    if (!request.wantsHtml) return problemReply(postProblem('invalid-fields', { errors }), language);
    return htmlReply(422, renderPreviewPage({ ...page, errors }), language, unlisted);
  }
  const mail = previewMail(ports, opened, read.vote);
  const { subject } = mail.letter;
  if (!request.wantsHtml) return jsonReply(200, { subject, text: renderText(mail.letter) }, unlisted);
  return htmlReply(200, renderPreviewPage({ ...page, errors: [], mail }), language, unlisted);
}, answerProblem);
