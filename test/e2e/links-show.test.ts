import { describe, expect, test } from 'vitest';
import { example, type LinkKind } from '#test/support/story.ts';
import { get, head, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, snapshot, mails, at, world } = await startWorld();

/** A story at the point where a link of that kind has just been mailed. */
async function withLink(kind: LinkKind) {
  const story = await begin(example('gl-koekkenbordet'));
  if (kind === 'review' || kind === 'revise') await story.confirm();
  if (kind === 'revise') await story.decide({ decision: 'request-changes', comment: 'Hvem er værter?' });
  return { story, link: await story.link(kind) };
}

const kinds: readonly LinkKind[] = ['confirm', 'status', 'review', 'revise'];

describe.each(kinds)('A %s link', (kind) => {
  test('shows and changes nothing, however it is opened', async () => {
    const { story, link } = await withLink(kind);
    const before = await snapshot();
    const opened = [
      ...(await Promise.all([get(link), get(link), get(link, { html: true })])),
      await get(link, { html: true, language: 'fi' }),
      await get(`${link}?lang=is`, { html: true }),
      await head(link),
      await head(link, { html: true }),
    ];
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200]);
    expect(await snapshot()).toEqual(before);
    for (const { headers } of opened) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex');
    }
    const [, , page] = opened;
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page?.text).not.toMatch(/<script|http-equiv="refresh"|onload=/i);
    expect(page?.text).toContain('Køkkenbordet');
    expect(story.id).not.toBe('');
  });

  test('is open to nobody else: one letter more, less or different is unknown', async () => {
    const { link } = await withLink(kind);
    const before = await snapshot();
    const other = link.endsWith('A') ? 'B' : 'A';
    for (const wrong of [
      `${link}A`,
      link.slice(0, -1),
      link.slice(0, -1) + other,
      `${link.slice(0, -43)}${'0'.repeat(43)}`,
    ]) {
      expect(await get(wrong), wrong).toMatchObject({ status: 404, json: { code: 'unknown-link' } });
    }
    expect(await snapshot()).toEqual(before);
  });

  test('opens nothing but what it is for', async () => {
    const { link } = await withLink(kind);
    for (const other of kinds.filter((one) => one !== kind)) {
      expect((await get(link.replace(`/${kind}/`, `/${other}/`))).status).toBe(404);
    }
  });
});

describe('A button', () => {
  test.each(['confirm', 'review', 'revise'] as const)(
    'on another site cannot press ours behind a %s link',
    async (kind) => {
      const { link } = await withLink(kind);
      const before = await snapshot();
      const fields = { decision: 'approve', contentHash: '0'.repeat(64) };
      const answer = await post(link, fields, { as: 'urlencoded', headers: { 'sec-fetch-site': 'cross-site' } });
      expect(answer.status).toBe(403);
      expect(await snapshot()).toEqual(before);
    },
  );

  test('to confirm that is pressed twice, even at once, confirms once', async () => {
    const { story, link } = await withLink('confirm');
    const pressed = await Promise.all([
      post(link, {}),
      post(link, {}),
      post(link, {}, { as: 'urlencoded', html: true }),
    ]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200]);
    await world.rest();
    const moderators = await story.moderators();
    expect(moderators).toHaveLength(2);
    for (const moderator of moderators) expect(await story.mails(moderator)).toHaveLength(1);
    expect((await post(link, {})).status).toBe(200);
    await world.rest();
    for (const moderator of moderators) expect(await story.mails(moderator)).toHaveLength(1);
  });
});

test('The mailbox of the local world can be read without changing it', async () => {
  await withLink('confirm');
  const before = await snapshot();
  expect((await get(at('/_local/'), { html: true })).status).toBe(200);
  expect(await mails()).toEqual(before.mails);
  expect(await snapshot()).toEqual(before);
});
