import { acceptedEncoding } from '#shared/http/accepted-encoding.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { always } from '#shared/http/reply.ts';
import { languageOf } from '#shared/http/request.ts';
import { assets, encodings } from '#shared/pages/assets.ts';

const year = 31_536_000;

/** The style of our pages. A name holds the hash of its content, so a browser may keep it for good. */
export const handler = httpFunction(async (request) => {
  const asset = assets.get(request.parameters['file'] ?? '');
  if (asset === undefined) return problemReply(problem('not-found'), languageOf(request));
  const headers = {
    ...always,
    'content-type': asset.type,
    'cache-control': `public, max-age=${year}, immutable`,
    // Only our own pages load them.
    'cross-origin-resource-policy': 'same-origin',
    vary: 'accept-encoding',
  };
  const encoding = acceptedEncoding(request.headers['accept-encoding'] ?? '', encodings);
  if (encoding === undefined) return { statusCode: 200, headers, body: asset.body };
  return {
    statusCode: 200,
    headers: { ...headers, 'content-encoding': encoding },
    body: asset.encoded[encoding],
    isBase64Encoded: true,
  };
});
