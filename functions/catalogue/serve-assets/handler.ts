import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { languageOf } from '#shared/http/request.ts';
import { assets } from '#shared/pages/assets.ts';

const year = 31_536_000;

/** The style of our pages. A name holds the hash of its content, so a browser may keep it for good. */
export const handler = httpFunction(async (request) => {
  const asset = assets.get(request.parameters['file'] ?? '');
  if (asset === undefined) return problemReply(problem('not-found'), languageOf(request));
  const headers = {
    'content-type': asset.type,
    'cache-control': `public, max-age=${year}, immutable`,
    'x-content-type-options': 'nosniff',
  };
  return { statusCode: 200, headers, body: asset.body };
});
