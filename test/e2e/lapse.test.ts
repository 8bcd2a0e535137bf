import { expect, test, vi } from 'vitest';
import { linkLife } from '#shared/case/case-links.ts';
import { stepsOf, windowOf } from '#shared/case/question.ts';
import { remembered } from '#shared/links/link.ts';
import { example, linksIn, type Story } from '#test/support/story.ts';
import { day, hour } from '#test/support/time.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

// Weeks go by, and in each of their hours something may be due.
vi.setConfig({ testTimeout: 180_000 });
const { begin, clockFromNow } = await startWorld();
const mailed = async (story: Story) => (await story.mails()).length;

test('Who does not confirm is reminded, then the case lapses, and in the end nothing is known of its links', async () => {
  const story = await begin(example('no-bygda-tek-imot'));
  const until = clockFromNow();
  const links = [await story.link('confirm')];
  for (const [index, { after }] of stepsOf('confirm').entries()) {
    await until(after - hour);
    expect(await mailed(story)).toBe(1 + index);
    await until(after + hour);
    expect(await mailed(story)).toBe(2 + index);
    links.push(await story.link('confirm'));
  }
  expect(new Set(links).size).toBe(1 + stepsOf('confirm').length);
  await until(windowOf('confirm') - hour);
  const before = await mailed(story);
  expect(before).toBe(links.length);
  for (const link of links) expect((await get(link)).status).toBe(200);

  await until(windowOf('confirm') + hour);
  expect(await story.progress()).toMatchObject({ status: 'lapsed', next: { what: 'none', by: null } });
  expect(await mailed(story)).toBe(before + 1);
  const [told] = await story.mails();
  expect(linksIn(told ?? { text: '' }, 'confirm')).toEqual([]);
  const [whereItStands = ''] = linksIn(told ?? { text: '' }, 'status');
  expect(await get(whereItStands)).toMatchObject({ status: 200, json: { status: 'lapsed' } });
  for (const link of links) {
    expect(await get(link)).toMatchObject({ status: 410, json: { code: 'link-expired' } });
    expect((await post(link, {})).status).toBe(410);
  }
  expect(await story.progress()).toMatchObject({ status: 'lapsed' });

  // The links still say for a while that they have expired.
  const [first = ''] = links;
  await until(linkLife('confirm') + remembered - day);
  expect((await get(first)).status).toBe(410);
  await until(linkLife('confirm') + remembered + day);
  expect(await get(first)).toMatchObject({ status: 404, json: { code: 'unknown-link' } });
  expect((await post(first, {})).status).toBe(404);
  expect(await mailed(story)).toBe(before + 1);
  // Nobody but the submitter ever heard of it.
  expect(await story.moderators()).toEqual([]);
});

test('Who does not answer a request for changes is reminded, then the case lapses', async () => {
  const story = await begin(example('fi-kielikahvila-kirjastossa'));
  await story.confirm();
  await story.decide({ decision: 'request-changes', comment: 'Montako kävijää?' });
  const until = clockFromNow();
  const revise = await story.link('revise');
  const asked = await mailed(story);
  for (const [index, { after }] of stepsOf('revise').entries()) {
    await until(after - hour);
    expect(await mailed(story)).toBe(asked + index);
    await until(after + hour);
    expect(await mailed(story)).toBe(asked + 1 + index);
  }

  await until(windowOf('revise') - hour);
  expect(await story.progress()).toMatchObject({ status: 'changes-requested', next: { what: 'revise' } });
  expect(await mailed(story)).toBe(asked + stepsOf('revise').length);
  expect((await get(revise)).status).toBe(200);
  await until(windowOf('revise') + hour);
  expect(await story.progress()).toMatchObject({ status: 'lapsed' });
  expect(await mailed(story)).toBe(asked + stepsOf('revise').length + 1);
  expect(await get(revise)).toMatchObject({ status: 410, json: { code: 'link-expired' } });
  expect((await post(revise, example('fi-kielikahvila-kirjastossa'))).status).toBe(410);
  expect((await story.published()).status).toBe(404);
});

test('A confirmation in the last hour still counts', async () => {
  const story = await begin(example('dk-cykler-til-alle'));
  const until = clockFromNow();
  await until(windowOf('confirm') - hour);
  expect((await story.confirm()).status).toBe(200);
  await until(windowOf('confirm') + hour);
  expect(await story.progress()).toMatchObject({ status: 'in-review' });
});
