import { readEnv } from '#shared/aws/read-env.ts';
import { cacheable } from '#shared/http/cacheable.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { htmlReply } from '#shared/http/reply.ts';
import { addressOf, languageOf } from '#shared/http/request.ts';
import { problemPage } from '#shared/pages/answer-problem.ts';
import { renderPrivacyPage } from '#shared/pages/privacy-page.tsx';
import { contract } from './contract.ts';

const env = readEnv(contract.env);

/** What is kept of people, for how long, and how to have it removed (GDPR, article 13). */
export const handler = httpFunction(async (request) => {
  const language = languageOf(request);
  const html = renderPrivacyPage({ language, path: addressOf(request), publicEmail: env.PUBLIC_EMAIL });
  return cacheable(htmlReply(200, html, language), request);
}, problemPage);
