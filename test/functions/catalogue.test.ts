import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FunctionPath } from '#infra/functions.ts';
import type { Initiative } from '#shared/catalogue/initiative.ts';
import { createPublisher } from '#shared/catalogue/initiative-store.ts';
import { assets } from '#shared/pages/assets.ts';
import { content, noon } from '#test/support/cases.ts';
import { answerOf, coldStart, environment, example, type Handler, withHeaders } from '#test/support/functions.ts';
import { initiativesTable, useTables } from '#test/support/tables.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const start = (path: FunctionPath, env: Record<string, string> = {}) =>
  coldStart(path, { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint, ...env });

const { contact: _contact, consent: _consent, ...shown } = content;
const entries: Initiative[] = ['2025-11-30', '2026-01-15', '2026-01-16'].map((day, at) => {
  const publishedAt = `${day}T10:00:00.000Z`;
  return {
    ...shown,
    id: v7(),
    kind: 'initiative',
    version: 1,
    publishedAt,
    updatedAt: publishedAt,
    title: `Nummer ${at + 1}`,
  };
});
let list: Handler;
let read: Handler;
let pages: Handler;
beforeAll(async () => {
  for (const one of entries) await createPublisher(tables.documents, initiativesTable, () => noon).publish(one, 1);
  list = await start('catalogue/list-initiatives');
  read = await start('catalogue/read-initiative');
  pages = await start('catalogue/show-pages');
});

const listed = (rawQueryString: string, headers = {}) =>
  answerOf(list, withHeaders({ ...example('catalogue/list-initiatives', 'first-page'), rawQueryString }, headers));
const readOne = (id: string, rawQueryString = '', headers = {}) =>
  answerOf(
    read,
    withHeaders(
      { ...example('catalogue/read-initiative', 'in-finnish'), pathParameters: { id }, rawQueryString },
      headers,
    ),
  );
const titles = (json: Record<string, unknown>) => Object(json['items']).map(({ title }: Initiative) => title);

describe('the list', () => {
  it('is newest first, page by page, each entry with its address', async () => {
    const first = await answerOf(list, example('catalogue/list-initiatives', 'first-page'));
    expect(first).toMatchObject({ statusCode: 200, headers: { 'access-control-allow-origin': '*' } });
    expect(titles(first.json)).toEqual(['Nummer 3', 'Nummer 2']);
    expect(first.json).toHaveProperty('items.0.url', `https://clearing.example/initiatives/${entries[2]?.id}`);
    const second = await listed(`limit=2&cursor=${first.json['next']}`);
    expect(titles(second.json)).toEqual(['Nummer 1']);
    expect(second.json['next']).toBeNull();
  });

  it('may be kept, and is not sent again unchanged', async () => {
    const { headers } = await listed('limit=100');
    expect(headers['cache-control']).toContain('max-age');
    expect(await listed('limit=100', { 'if-none-match': headers['etag'] })).toMatchObject({
      statusCode: 304,
      body: '',
    });
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'limit=', 'cursor=', 'cursor=tampered', `cursor=${'x'.repeat(5000)}`])(
    'refuses %.30s by name',
    async (query) => {
      const { statusCode, json, headers } = await listed(query);
      expect([statusCode, json['code'], json['parameter']]).toEqual([400, 'invalid-parameter', query.split('=')[0]]);
      expect(headers['access-control-allow-origin']).toBe('*');
    },
  );
});

describe('an entry', () => {
  const [first] = entries;

  it.each([
    ['lang=fi', { requestedLanguage: 'fi', shownLanguage: 'sv', isFallback: true }],
    ['lang=sv', { requestedLanguage: 'sv', shownLanguage: 'sv', isFallback: false }],
    ['', { requestedLanguage: 'sv', shownLanguage: 'sv', isFallback: false }],
  ])('with %j says which language it shows', async (query, said) => {
    const { statusCode, json, headers } = await readOne(first?.id ?? '', query);
    expect([statusCode, headers['content-language']]).toEqual([200, 'sv']);
    expect(json).toMatchObject({ ...first, ...said });
  });

  it.each([v7(), 'calendar', 'x'.repeat(3000), '__proto__'])('is 404 when there is none: %.20s', async (id) => {
    expect(await readOne(id)).toMatchObject({ statusCode: 404, json: { code: 'not-found' } });
  });
});

it.each([
  ['catalogue/list-initiatives', 'first-page'],
  ['catalogue/read-initiative', 'in-finnish'],
] as const)('%s lets anybody read that something failed', async (path, name) => {
  const broken = await start(path, { INITIATIVES_TABLE: 'Nothing' });
  const answer = await answerOf(broken, example(path, name));
  expect(answer).toMatchObject({ statusCode: 500, headers: { 'access-control-allow-origin': '*' } });
});

describe('the pages', () => {
  it('show what is new in the list, to which the home page leads', async () => {
    const [home, newest] = [
      await answerOf(pages, example('catalogue/show-pages', 'home')),
      await answerOf(pages, example('catalogue/show-pages', 'list')),
    ];
    for (const { statusCode, headers } of [home, newest])
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(home.body).toContain('href="/initiatives');
    expect(newest.body).toContain('Nummer 3');
  });

  it('remember a language that was chosen', async () => {
    const { headers, cookies } = await answerOf(pages, example('catalogue/show-pages', 'list'));
    expect(headers['content-language']).toBe('da');
    expect(cookies?.[0]).toMatch(/^lang=da;/);
  });

  it('lead to the same page of the list in each language', async () => {
    const list = { ...example('catalogue/show-pages', 'list'), rawQueryString: 'limit=2' };
    const next = /href="\/initiatives\?(limit=2&amp;cursor=[^"]+)"/.exec((await answerOf(pages, list)).body)?.[1] ?? '';
    const second = await answerOf(pages, { ...list, rawQueryString: next.replace('&amp;', '&') });
    expect(second.body).toContain('Nummer 1');
    expect(second.body).toContain(`href="/initiatives?${next}&amp;lang=fi"`);
  });

  it('show one entry, and say when there is none', async () => {
    const entry = example('catalogue/show-pages', 'entry');
    expect((await answerOf(pages, { ...entry, pathParameters: { id: entries[0]?.id } })).body).toContain('Nummer 1');
    expect((await answerOf(pages, entry)).statusCode).toBe(404);
  });
});

describe('a file of the pages', () => {
  it('is 404 when there is none of that name', async () => {
    const serve = await start('catalogue/serve-assets');
    expect((await answerOf(serve, example('catalogue/serve-assets', 'unknown-file'))).statusCode).toBe(404);
  });

  it('is kept for good, for its name changes with it', async () => {
    const serve = await start('catalogue/serve-assets');
    const home = await answerOf(pages, example('catalogue/show-pages', 'home'));
    const file = /\/assets\/([\w.-]+\.css)/.exec(home.body)?.[1] ?? '';
    const { statusCode, headers } = await answerOf(serve, {
      ...example('catalogue/serve-assets', 'unknown-file'),
      pathParameters: { file },
    });
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toMatch(/^text\/css/);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'strict-transport-security': expect.stringMatching(/^max-age=/),
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, *', 'gzip', gunzipSync],
    ['', undefined, undefined],
    ['identity', undefined, undefined],
  ])('comes to who takes %j in the encoding %s', async (accepted, encoding, decode) => {
    const serve = await start('catalogue/serve-assets');
    const [[file, { body = '' } = {}] = []] = assets;
    const event = withHeaders(example('catalogue/serve-assets', 'unknown-file'), { 'accept-encoding': accepted });
    const reply = await answerOf(serve, { ...event, pathParameters: { file } });
    expect(reply.headers).toMatchObject({ vary: 'accept-encoding' });
    expect(reply.headers['content-encoding']).toBe(encoding);
    expect(reply.isBase64Encoded).toBe(encoding !== undefined);
    expect(decode ? decode(Buffer.from(reply.body, 'base64')).toString() : reply.body).toBe(body);
  });
});
