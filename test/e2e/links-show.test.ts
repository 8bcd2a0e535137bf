import { describe, expect, test } from 'vitest';
import { buttonsBehind, mailLink, openedLinks } from '#test/support/opened-links.ts';
import { example, type LinkKind } from '#test/support/story.ts';
import { get, head, post, send } from '#test/support/visitor.ts';
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

/** What a scanner of mails sends to every address that it finds, and to those that it finds behind it. */
const scans = [
  (address: string) => get(address),
  (address: string) => get(address, { html: true }),
  (address: string) => get(`${address}?decision=approve&action=undo&_action=save`, { html: true }),
  (address: string) => head(address),
  (address: string) => head(address, { html: true }),
  (address: string) => send(address, { method: 'OPTIONS' }),
];

describe('A scanner of mails', () => {
  test.each(openedLinks)('that opens a link %s, each address twice at once, changes nothing', async (opened) => {
    const { link, kind } = await mailLink(opened, begin, example('gl-koekkenbordet'), 'Hvem er værter på festen?');
    const before = await snapshot();
    for (const address of buttonsBehind(link, kind)) {
      const answers = await Promise.all([...scans, ...scans].map((scan) => scan(address)));
      const isPage = address === link;
      const wanted = isPage ? [200, 200, 200, 200, 200, 405] : [405, 405, 405, 405, 405, 405];
      expect(answers.map(({ status }) => status)).toEqual([...wanted, ...wanted]);
      for (const { headers } of answers) expect(headers.get('set-cookie')).toBeNull();
    }
    expect(await snapshot()).toEqual(before);
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

test('The mail that is previewed before it is sent is shown and nothing more, however often', async () => {
  const { story, link } = await withLink('review');
  const { contentHash } = await story.review();
  const before = await snapshot();
  const said = { decision: 'request-changes', comment: 'Hvem er værter?', contentHash };
  const shown = await Promise.all(
    [said, said].map((one) => post(`${link}/preview`, one, { as: 'urlencoded', html: true })),
  );
  expect(shown.map(({ status }) => status)).toEqual([200, 200]);
  expect(shown[0]?.text).toContain(said.comment);
  expect(await snapshot()).toEqual(before);
});

test('The mailbox of the local world can be read without changing it', async () => {
  await withLink('confirm');
  const before = await snapshot();
  expect((await get(at('/_local/'), { html: true })).status).toBe(200);
  expect(await mails()).toEqual(before.mails);
  expect(await snapshot()).toEqual(before);
});
