import { describe, expect, test } from 'vitest';
import { example, Receipt } from '#test/support/story.ts';
import { get } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { submit, follow, begin, mails, invokeAsOperator, world } = await startWorld();

const linkFarm = Array.from({ length: 12 }, (_, index) => `https://shop-${index}.example/buy`).join(' ');
const treadmill = 'buy now '.repeat(60);
const spam: readonly [string, object][] = [
  ['fills in the field that people cannot see', { subject_line: 'Hello' }],
  ['is a farm of links', { description: linkFarm }],
  ['says the same words over and over', { results: treadmill }],
];

describe.each(spam)('What %s', (_, odd) => {
  test('is answered like everything else, held without a mail, and goes on when an operator releases it', async () => {
    const fields = { ...example('no-bygda-tek-imot'), ...odd };
    const answer = await submit(fields);
    expect(answer.status).toBe(202);
    const story = follow(Receipt.parse(answer.json), fields.contact.email);
    expect(Receipt.parse(answer.json).status).toBe('received');
    expect(await mails(story.submitter)).toEqual([]);

    const released = await invokeAsOperator('AttendCase', { submissionId: story.id, act: 'release' });
    expect(released).toEqual({ outcome: 'attended', status: 'received' });
    expect(await mails(story.submitter)).toHaveLength(1);
    await story.confirm();
    expect((await story.approve()).status).toBe(200);
    expect((await story.published()).status).toBe(200);
  });
});

test('What is only odd is reviewed like any other, and moderators are told why', async () => {
  const fields = example('no-bygda-tek-imot');
  const contact = { ...fields.contact, email: 'somebody@mailinator.com' };
  // Later than now, so that it was sent too soon after that however long this machine takes to send it.
  const shown = new Date(world.now().getTime() + 3_600_000);
  const story = await begin({ ...fields, contact, _shown: shown.toISOString() });
  await story.confirm();
  const seen = await get(await story.link('review'));
  expect(seen.json).toMatchObject({ suspicions: ['too-fast', 'disposable-sender'] });
  await story.approve();
  expect((await story.published()).status).toBe(200);
});

test('An operator who releases what is not held, or does not exist, changes nothing', async () => {
  const story = await begin(example('no-bygda-tek-imot'));
  const before = await story.progress();
  expect(await invokeAsOperator('AttendCase', { submissionId: story.id, act: 'release' })).toMatchObject({
    outcome: 'nothing-to-do',
  });
  expect(await invokeAsOperator('AttendCase', { submissionId: 'none', act: 'release' })).toEqual({
    outcome: 'no-such-case',
  });
  expect(await story.progress()).toEqual(before);
});
