import { createHash } from 'node:crypto';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** Fresh for a minute, then shown while it is fetched anew; a reader never waits for a changed catalogue. */
const cacheControl = 'public, max-age=60, stale-while-revalidate=600';

/** The reply with an `ETag`, or 304 when the client has it already (RFC 9110 §13.1.2). */
export function cacheable(reply: Reply, request: Request): Reply {
  const etag = `"${createHash('sha256')
    .update(reply.body ?? '')
    .digest('base64url')
    .slice(0, 27)}"`;
  const headers = { ...reply.headers, etag, 'cache-control': cacheControl };
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  if (!known.includes(etag) && !known.includes('*')) return { ...reply, headers };
  return { statusCode: 304, headers };
}
