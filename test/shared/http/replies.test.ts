import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AllowedOrigins } from '#shared/http/allowed-origins.ts';
import { cacheable } from '#shared/http/cacheable.ts';
import { withCors } from '#shared/http/cors.ts';
import { readIdempotencyKey } from '#shared/http/idempotency-key.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { methodsAt } from '#shared/http/methods-at.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { problemStatus } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { htmlReply, jsonReply, seeOther, unlisted } from '#shared/http/reply.ts';
import { languages } from '#shared/i18n/language.ts';
import { requestWith } from '#test/support/bodies.ts';
import { allProblems } from '#test/support/problems.ts';

const asking = (headers: Record<string, string>) => ({ ...requestWith({ type: '', body: Buffer.alloc(0) }), headers });

describe('a problem', () => {
  it.each(allProblems)('$code is RFC 9457 in every language', (refused) => {
    const { code } = refused;
    for (const language of languages) {
      const { statusCode, headers, body = '' } = problemReply(refused, language);
      expect(statusCode).toBe(problemStatus[code]);
      expect(headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        'cache-control': 'no-store',
      });
      expect(JSON.parse(body)).toMatchObject({
        type: 'about:blank',
        status: statusCode,
        code,
        title: expect.stringMatching(/./),
        detail: expect.stringMatching(/./),
      });
    }
  });

  it('carries its fields and whatever else it has to say', () => {
    const errors = [{ pointer: '/title', code: 'required', detail: 'Say what it is called' }];
    const { headers, body = '' } = problemReply(
      postProblem('invalid-fields', { errors, more: { decidedBy: 'Anna' }, headers: { allow: 'GET' } }),
      'en',
    );
    expect(JSON.parse(body)).toMatchObject({ errors, decidedBy: 'Anna' });
    expect(headers['allow']).toBe('GET');
  });
});

describe('a page', () => {
  it('runs no script, is framed by nobody, and says its language', () => {
    const { headers } = htmlReply(200, '<p>', 'is', unlisted);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(headers).toMatchObject({ 'content-language': 'is', 'x-content-type-options': 'nosniff' });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
  });
});

describe('every answer', () => {
  it.each([
    htmlReply(200, '<p>', 'is'),
    jsonReply(200, {}),
    seeOther('/status'),
    problemReply(linkProblem('unknown-link'), 'en'),
  ])('lets browsers run, load and frame nothing: %j', ({ headers }) => {
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });
});

describe('a reply that may be kept', () => {
  const reply = jsonReply(200, { items: [] });
  const { etag = '' } = cacheable(reply, asking({})).headers;

  it('is named by its content', () => {
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(cacheable(jsonReply(200, { items: [1] }), asking({})).headers['etag']).not.toBe(etag);
    expect(cacheable(reply, asking({})).headers['cache-control']).toContain('stale-while-revalidate');
  });

  it.each([etag, `W/${etag}`, `"other", ${etag}`, '*'])('is not sent again to a client that has %s', (known) => {
    const again = cacheable(reply, asking({ 'if-none-match': known }));
    expect(again.statusCode).toBe(304);
    expect(again.body).toBeUndefined();
    expect(again.headers['etag']).toBe(etag);
  });

  it('is sent to a client that has another', () => {
    expect(cacheable(reply, asking({ 'if-none-match': '"other"' })).statusCode).toBe(200);
  });
});

describe('the answer to another site', () => {
  const allowed = ['https://www.nordic.example'];
  const answered = (origin?: string) =>
    withCors(jsonReply(422, {}), asking(origin === undefined ? {} : { origin }), allowed).headers;

  it('may be read by an allowed one, errors too', () => {
    expect(answered('https://www.nordic.example')).toMatchObject({
      'access-control-allow-origin': 'https://www.nordic.example',
      vary: 'origin',
    });
  });

  it.each([
    undefined,
    'null',
    'https://nordic.example',
    'https://www.nordic.example.evil.example',
    'http://www.nordic.example',
  ])('may not be read by %s, and caches keep them apart', (origin) => {
    expect(answered(origin)).not.toHaveProperty('access-control-allow-origin');
    expect(answered(origin)['vary']).toBe('origin');
  });

  it('keeps what the reply already varies by', () => {
    const { headers } = withCors(htmlReply(200, '', 'en'), asking({}), allowed);
    expect(headers['vary']).toBe('accept, accept-language, cookie, origin');
  });
});

describe('the allowed origins in the environment', () => {
  const parse = (text: string) => z.safeParse(AllowedOrigins, text);

  it('are origins by form', () => {
    expect(parse('{"initiative":["https://a.example"]}').data?.['initiative']).toEqual(['https://a.example']);
  });

  it.each([
    '',
    'not json',
    '[]',
    '{"initiative":"https://a.example"}',
    '{"initiative":["nowhere"]}',
    '{"initiative":["https://a.example/"]}',
  ])('are refused, and not with an exception: %j', (text) => {
    expect(parse(text).success).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString'])('name no form called %s', (name) => {
    expect(parse('{}').data?.[name]).toBeUndefined();
  });
});

describe('an idempotency key', () => {
  it.each([
    ['abcdefghijklmnop', undefined, 'abcdefghijklmnop'],
    ['"abcdefghijklmnop"', undefined, 'abcdefghijklmnop'],
    [' abcdefghijklmnop ', undefined, 'abcdefghijklmnop'],
    [undefined, 'abcdefghijklmnop', 'abcdefghijklmnop'],
    ['key-in-the-header', 'key-in-the-field', 'key-in-the-header'],
    ['!~'.repeat(8), undefined, '!~'.repeat(8)],
    ['k'.repeat(200), undefined, 'k'.repeat(200)],
    [undefined, undefined, undefined],
  ])('is read from the header %j or the field %j', (header, field, key) => {
    expect(readIdempotencyKey(header, field)).toBe(key);
  });

  const long = 'k'.repeat(16);
  const broken = [`${long} b`, `${long}å`, `${long}\tb`, `${long}\u0000`];
  it.each(['', '""', '1', 'k'.repeat(15), `"${'k'.repeat(15)}"`, ...broken, 'k'.repeat(201), `"${'k'.repeat(201)}"`])(
    'is invalid: %.20j',
    (header) => {
      expect(readIdempotencyKey(header, 'field')).toBe('invalid');
      expect(readIdempotencyKey(undefined, header)).toBe('invalid');
    },
  );
});

describe('the methods at an address', () => {
  const routes = [
    'GET /',
    'HEAD /',
    'GET /forms/{form}',
    'HEAD /forms/{form}',
    'POST /v1/forms/{form}/submissions',
    'OPTIONS /v1/forms/{form}/submissions',
    'GET /confirm/{secret}',
    'HEAD /confirm/{secret}',
    'POST /confirm/{secret}',
  ];

  it.each([
    ['/', ['GET', 'HEAD']],
    ['/forms/initiative', ['GET', 'HEAD']],
    ['/v1/forms/x/submissions', ['POST', 'OPTIONS']],
    ['/confirm/abc', ['GET', 'HEAD', 'POST']],
    ['/forms', []],
    ['/forms/', []],
    ['/forms/a/b', []],
    ['/nowhere', []],
    ['', []],
  ])('%j are %j', (path, methods) => {
    expect(methodsAt(routes, path)).toEqual(methods);
  });
});
