import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { httpFunction } from '#shared/http/http-function.ts';
import { htmlReply, jsonReply, type Reply } from '#shared/http/reply.ts';

const info = vi.spyOn(console, 'info').mockImplementation(() => {});
const error = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => {
  info.mockClear();
  error.mockClear();
});

const ReplyShape = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.string()),
  cookies: z.optional(z.array(z.string())),
});
const event = (method = 'GET', rawQueryString = '') => ({
  routeKey: `${method} /confirm/{secret}`,
  rawPath: '/confirm/the-secret-of-the-link',
  rawQueryString,
  headers: { 'accept-language': 'sv' },
  requestContext: { http: { method } },
});
const call = async (answer: () => Promise<Reply>, from: object = event()) =>
  ReplyShape.parse(await Reflect.apply(httpFunction(answer), undefined, [from, {}]));

describe('a function behind the API', () => {
  it('answers what it is made to answer', async () => {
    expect(await call(async () => jsonReply(200, { a: 1 }))).toMatchObject({ statusCode: 200, body: '{"a":1}' });
  });

  it('answers HEAD as GET, so that the gateway can say how long the answer is', async () => {
    const answer = async () => jsonReply(200, { a: 1 });
    expect(await call(answer, event('HEAD'))).toEqual(await call(answer, event('GET')));
  });

  it('turns an exception into a plain 500 in the language asked for, and tells nothing of it', async () => {
    const reply = await call(() => Promise.reject(new Error('secret text of a submission')));
    expect(reply).toMatchObject({ statusCode: 500, headers: { 'content-language': 'sv' } });
    expect(reply.body).toContain('"code":"internal"');
    expect(reply.body).not.toContain('secret text');
  });

  it('logs the route and the status, never the path, the message or the query', async () => {
    await call(async () => jsonReply(200, {}), event('GET', 'q=private'));
    await call(() => Promise.reject(new Error('secret text of a submission')));
    const logged = JSON.stringify([...info.mock.calls, ...error.mock.calls]);
    expect(logged).toContain('GET /confirm/{secret}');
    expect(logged).toContain('200');
    for (const secret of ['the-secret-of-the-link', 'secret text', 'private']) expect(logged).not.toContain(secret);
  });

  it('reads a request once, however large', async () => {
    const body = vi.fn(() => 'text');
    await call(async () => jsonReply(200, {}), Object.defineProperty(event('POST'), 'body', { get: body }));
    expect(body).toHaveBeenCalledTimes(1);
  });

  it('remembers a chosen language on pages only', async () => {
    const page = await call(async () => htmlReply(200, '', 'fi'), event('GET', 'lang=fi'));
    expect(page.cookies).toEqual([expect.stringMatching(/^lang=fi; .*SameSite=Lax; Secure; HttpOnly$/)]);
    expect((await call(async () => htmlReply(200, '', 'fi'))).cookies).toBeUndefined();
    expect((await call(async () => jsonReply(200, {}), event('GET', 'lang=fi'))).cookies).toBeUndefined();
  });

  it('lets only this reader keep a page that remembers, and nobody what nobody may keep', async () => {
    const kept = async (cacheControl: string) => {
      const page = () => Promise.resolve(htmlReply(200, '', 'fi', { 'cache-control': cacheControl }));
      return (await call(page, event('GET', 'lang=fi'))).headers['cache-control'];
    };
    expect(await kept('public, max-age=60')).toBe('private, no-cache');
    expect(await kept('no-store')).toBe('no-store');
  });
});
