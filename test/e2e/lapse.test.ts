import { expect, test, vi } from 'vitest';
import { example, linksIn } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

// Weeks go by, and in each of their hours something may be due.
vi.setConfig({ testTimeout: 180_000 });
const { begin, advance } = await startWorld();

test('Who does not answer is reminded twice, then the case lapses, and in the end nothing is known of its links', async () => {
  const unconfirmed = await begin(example('no-bygda-tek-imot'));
  const unrevised = await begin(example('fi-kielikahvila-kirjastossa'));
  await unrevised.confirm();
  await unrevised.decide({ decision: 'request-changes', comment: 'Montako kävijää?' });
  const first = await unconfirmed.link('confirm');
  const revise = await unrevised.link('revise');
  const mailed = async (story: typeof unconfirmed) => (await story.mails()).length;

  // To confirm: reminders after one and three days.
  await advance('PT23H');
  expect(await mailed(unconfirmed)).toBe(1);
  await advance('PT2H');
  expect(await mailed(unconfirmed)).toBe(2);
  await advance('P1D');
  expect(await mailed(unconfirmed)).toBe(2);
  await advance('P1D');
  expect(await mailed(unconfirmed)).toBe(3);
  const reminded = await unconfirmed.link('confirm');
  expect(reminded).not.toBe(first);
  for (const link of [first, reminded]) expect((await get(link)).status).toBe(200);

  // It lapses after seven.
  await advance('P4D');
  expect(await unconfirmed.progress()).toMatchObject({ status: 'lapsed', next: { what: 'none', by: null } });
  expect(await mailed(unconfirmed)).toBe(4);
  const [told] = await unconfirmed.mails();
  expect(linksIn(told ?? { text: '' }, 'confirm')).toEqual([]);
  const [whereItStands = ''] = linksIn(told ?? { text: '' }, 'status');
  expect(await get(whereItStands)).toMatchObject({ status: 200, json: { status: 'lapsed' } });
  for (const link of [first, reminded]) {
    expect(await get(link)).toMatchObject({ status: 410, json: { code: 'link-expired' } });
    expect((await post(link, {})).status).toBe(410);
  }
  expect(await unconfirmed.progress()).toMatchObject({ status: 'lapsed' });

  // To make changes: two reminders; it lapses after thirty days.
  await advance('P22D');
  expect(await unrevised.progress()).toMatchObject({ status: 'changes-requested', next: { what: 'revise' } });
  expect(await mailed(unrevised)).toBe(4);
  expect((await get(revise)).status).toBe(200);
  await advance('P2D');
  expect(await unrevised.progress()).toMatchObject({ status: 'lapsed' });
  expect(await mailed(unrevised)).toBe(5);
  expect(await get(revise)).toMatchObject({ status: 410, json: { code: 'link-expired' } });
  expect((await post(revise, example('fi-kielikahvila-kirjastossa'))).status).toBe(410);
  expect((await unrevised.published()).status).toBe(404);

  // Links still say for ninety days that they have expired.
  await advance('P65D');
  expect((await get(first)).status).toBe(410);
  await advance('P2D');
  expect(await get(first)).toMatchObject({ status: 404, json: { code: 'unknown-link' } });
  expect((await post(first, {})).status).toBe(404);
  expect(await mailed(unconfirmed)).toBe(4);
  // Nobody but the submitter ever heard of the one that was not confirmed.
  expect(await unconfirmed.moderators()).toEqual([]);
});

test('A confirmation in the last hour still counts', async () => {
  const story = await begin(example('dk-cykler-til-alle'));
  await advance('P6DT23H');
  expect((await story.confirm()).status).toBe(200);
  await advance('PT2H');
  expect(await story.progress()).toMatchObject({ status: 'in-review' });
});
