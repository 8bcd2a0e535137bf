import { postProblem } from '#shared/http/post-problem.ts';
import { type Problem, problem, problemStatus } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { rateHeaders } from '#shared/http/rate-headers.ts';
import { htmlReply, type Reply, unlisted, withOwnScript } from '#shared/http/reply.ts';
import { languageOf } from '#shared/http/request.ts';
import type { Rate } from '#shared/intake/post-budget.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { formAgain, type Sent } from './replies.ts';

/** What the gate says of a post that it does not take in. */
interface Over {
  readonly rate: Rate;
  readonly retryAfter: number;
}

/** More comes from one network than any proof of work makes good. The form comes back with everything typed. */
export function replyTooMany(sent: Sent, over: Over): Reply {
  return reply(sent, problem('too-many', { headers: headersOf(over) }));
}

/**
 * More is sent in than is taken as it comes. A program solves the challenge; in a browser a script does and sends the form
 * again. If that was in vain, it is not tried for ever. Without a script the form can be sent for a person to look at first.
 */
export function replyProofRequired(sent: Sent, over: Over): Reply {
  const challengeUrl = `/v1/challenge?form=${sent.form.id}`;
  const required = postProblem('proof-of-work-required', { headers: headersOf(over), more: { challengeUrl } });
  return reply(sent, required, { challengeUrl, isTried: sent.posted.controls.altcha !== undefined });
}

function headersOf({ rate, retryAfter }: Over): Record<string, string> {
  return { ...rateHeaders(rate), 'retry-after': String(retryAfter) };
}

function reply(sent: Sent, refused: Problem, robotCheck?: Parameters<typeof formAgain>[2]): Reply {
  const language = languageOf(sent.request);
  if (!sent.request.wantsHtml) return problemReply(refused, language);
  const { title, detail } = refused.textIn(language);
  const sentence = robotCheck === undefined ? detail : formTexts.in(language).robotCheck;
  const html = formAgain(sent, [{ path: '', heading: title, sentence }], robotCheck);
  const script = robotCheck === undefined ? {} : withOwnScript;
  return htmlReply(problemStatus[refused.code], html, language, { ...unlisted, ...refused.headers, ...script });
}
