import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { example } from '#test/support/story.ts';
import { get, send } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, advance, at } = await startWorld({ startTime: new Date('2026-09-30T18:00:00Z') });

const Page = z.object({
  items: z.array(z.looseObject({ id: z.string(), title: z.string(), publishedAt: z.string(), url: z.url() })),
  next: z.nullable(z.string()),
});
const names = [
  'ax-valkomstvardar-i-skargarden',
  'dk-cykler-til-alle',
  'fi-kielikahvila-kirjastossa',
  'gl-koekkenbordet',
  'no-bygda-tek-imot',
];
/** In the order of publication. */
const published: string[] = [];

const list = async (query = '') => Page.parse((await get(at(`/v1/initiatives${query}`))).json);
const idsOf = (page: z.infer<typeof Page>) => page.items.map(({ id }) => id);

beforeAll(async () => {
  const publish = async (name: string) => {
    const story = await begin(example(name));
    await story.confirm();
    await story.approve();
    published.push(await story.entryId());
  };
  for (const name of names.slice(0, 3)) await publish(name);
  // The list goes on over an October without anything.
  await advance('P31DT12H');
  for (const name of names.slice(3)) await publish(name);
});

describe('The list', () => {
  test('begins with the newest', async () => {
    expect(idsOf(await list())).toEqual(published.toReversed());
    expect((await list()).next).toBeNull();
  });

  test.each([1, 2, 3, 4])('can be read in pages of %d, each initiative once', async (limit) => {
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const page: z.infer<typeof Page> = await list(`?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      read.push(...idsOf(page));
      cursor = page.next;
    } while (cursor !== null);
    expect(read).toEqual(published.toReversed());
  });

  test('ends exactly when its last page is full', async () => {
    expect((await list('?limit=5')).next).toBeNull();
  });

  test('shows where each is read by people', async () => {
    const [newest] = (await list('?limit=1')).items;
    expect(newest?.url).toBe(at(`/initiatives/${newest?.id}`));
    const page = await get(newest?.url ?? '', { html: true });
    expect(page.status).toBe(200);
    expect(page.text).toContain(newest?.title);
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=ten',
    'limit=',
    'limit=1.5',
    'cursor=nonsense',
    'cursor=',
    'cursor=W10',
  ])('refuses %s', async (query) => {
    expect(await get(at(`/v1/initiatives?${query}`))).toMatchObject({
      status: 400,
      json: { code: 'invalid-parameter' },
    });
  });

  test('may be read by any site', async () => {
    const answer = await get(at('/v1/initiatives'), { headers: { origin: 'https://anybody.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('What has not changed', () => {
  test.each(['the list', 'one initiative'])('is not sent again: %s', async (which) => {
    const url = at(which === 'the list' ? '/v1/initiatives' : `/v1/initiatives/${published[0]}`);
    const first = await get(url);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect(first.headers.get('cache-control')).toContain('stale-while-revalidate');
    const again = await send(url, { headers: { 'if-none-match': etag } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers.get('etag')).toBe(etag);
    expect((await send(url, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });
});

describe('One initiative', () => {
  test('says which language was asked for and which is shown', async () => {
    const [first] = published;
    const fallback = await get(at(`/v1/initiatives/${first}?lang=fi`));
    expect(fallback.json).toMatchObject({ requestedLanguage: 'fi', shownLanguage: 'sv', isFallback: true });
    expect(fallback.headers.get('content-language')).toBe('sv');
    const own = await get(at(`/v1/initiatives/${first}?lang=sv`));
    expect(own.json).toMatchObject({ requestedLanguage: 'sv', shownLanguage: 'sv', isFallback: false });
  });

  test('is unknown before it is approved', async () => {
    const story = await begin(example('se-validering-i-varden'));
    expect((await story.published()).status).toBe(404);
    await story.confirm();
    expect((await story.published()).status).toBe(404);
    expect(idsOf(await list())).not.toContain(story.id);
  });
});

test('The pages for people show the list and say where it goes on', async () => {
  const page = await get(at('/initiatives'), { html: true });
  expect(page.status).toBe(200);
  for (const id of published) expect(page.text).toContain(`/initiatives/${id}`);
  expect((await get(at('/'), { html: true })).status).toBe(200);
  expect((await get(at('/v1/health'))).json).toMatchObject({ status: 'ok' });
});
