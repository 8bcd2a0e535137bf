import { describe, expect, test } from 'vitest';
import { keptDays } from '#shared/case/erasure.ts';
import { example, type Story } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { at, begin, advance, snapshot, world, invokeAsOperator } = await startWorld();
const minute = 60_000;
const day = 86_400_000;

/** A word that nothing but this story holds. */
let stories = 0;
const canaryOf = () => {
  stories += 1;
  return `kanariefagel${stories}`;
};

function told(canary: string) {
  const fields = example('se-oppen-forskola-pa-fem-sprak');
  const contact = { name: `Karin ${canary}`, email: `${canary}@municipality.example`, public: true };
  return { ...fields, title: `Öppen ${canary}`, summary: `${fields['summary']} ${canary}`, contact };
}

async function published(canary: string): Promise<Story> {
  const story = await begin(told(canary));
  await story.confirm();
  await story.approve();
  return story;
}

/** What a run of the schedule, the driver and a later look have left of it in the tables. */
async function leftOf(canary: string): Promise<string[]> {
  const { tables } = await snapshot();
  return Object.values(tables)
    .flat()
    .filter((item) => item.includes(canary));
}

describe('To erase', () => {
  test('what is published leaves a tombstone, and nothing of its words in any table', async () => {
    const canary = canaryOf();
    const story = await published(canary);
    const id = await story.entryId();
    const review = await story.link('review', (await story.moderators())[0]);
    const confirm = await story.link('confirm');
    expect(await leftOf(canary)).not.toEqual([]);
    const asked = await story.act('erase');
    expect(asked).toMatchObject({ status: 200, json: { status: 'withdrawn', actions: [] } });
    expect((await story.act('erase')).status).toBe(200);
    await advance(2 * minute);
    const [last] = await story.mails();
    expect(last?.subject).toContain('Raderas');
    await advance(5 * minute);
    expect(await leftOf(canary)).toEqual([]);
    expect((await get(story.statusUrl)).json).toMatchObject({ status: 410, code: 'gone' });
    await advance(20 * minute);
    await advance(20 * minute);
    expect(await leftOf(canary)).toEqual([]);
    for (const link of [story.statusUrl, `${story.statusUrl}/copy`, confirm, review])
      expect((await get(link)).status).toBe(404);
    expect(await get(at(`/v1/initiatives/${id}`))).toMatchObject({ status: 410, json: { code: 'gone', version: 1 } });
    expect((await story.mails())[0]).toEqual(last);
    expect(world.executions().filter(({ status }) => status === 'RUNNING')).toEqual([]);
  });

  test('what is being reviewed tells whoever has answered, and ends the links', async () => {
    const canary = canaryOf();
    const story = await begin(told(canary));
    await story.confirm();
    const [moderator = ''] = await story.moderators();
    await story.vote({ decision: 'approve' }, moderator);
    const review = await story.link('review', moderator);
    await story.act('erase');
    await advance(2 * minute);
    expect((await story.mails(moderator))[0]?.subject).toContain(canary);
    await advance(10 * minute);
    expect(await leftOf(canary)).toEqual([]);
    expect((await get(review)).status).toBe(410);
  });

  test('is not for a link that nobody mailed, nor before the address is confirmed', async () => {
    const story = await begin(told(canaryOf()));
    const refused = { status: 403, json: { code: 'mailed-link-needed' } };
    expect(await post(story.statusUrl, { action: 'erase' })).toMatchObject(refused);
    expect(await post(await story.link('status'), { action: 'erase' })).toMatchObject(refused);
    expect(await get(`${story.statusUrl}/copy`)).toMatchObject(refused);
    await story.confirm();
    expect(await post(story.statusUrl, { action: 'erase' })).toMatchObject(refused);
  });
});

test('A copy holds all that was sent in and when what happened, and names no moderator', async () => {
  const canary = canaryOf();
  const story = await begin(told(canary));
  await story.confirm();
  const [moderator = ''] = await story.moderators();
  await story.decide({ decision: 'request-changes', comment: 'Berätta mer om resultaten, tack.' }, moderator);
  await story.revise({ ...told(canary), title: `Nytt ${canary}` });
  const copy = await get(`${await story.link('status', story.submitter)}/copy`);
  expect(copy.status).toBe(200);
  expect(copy.headers.get('content-disposition')).toBe(`attachment; filename="${story.reference}.json"`);
  expect(copy.json).toMatchObject({
    submitter: { email: story.submitter },
    rounds: [
      { number: 1, content: { title: `Öppen ${canary}` } },
      { number: 2, content: { title: `Nytt ${canary}` } },
    ],
    mails: expect.arrayContaining([{ kind: 'confirm', at: expect.any(String) }]),
    links: expect.arrayContaining([{ kind: 'revise', expiresAt: expect.any(String) }]),
  });
  expect(copy.text).not.toContain(moderator);
});

describe('What has been kept long enough', () => {
  test('is erased by itself, unless a legal claim needs it', async () => {
    const [unwanted, disputed] = [canaryOf(), canaryOf()];
    const spam = (canary: string) => ({ ...told(canary), title: `${canary} http://a.example http://b.example` });
    const story = await begin(spam(unwanted));
    const kept = await begin(spam(disputed));
    expect((await story.progress()).status).toBe('spam');
    const hold = { act: 'hold', submissionId: kept.id, by: 'jurist' };
    expect(await invokeAsOperator('AttendCase', hold)).toMatchObject({ outcome: 'attended' });
    expect(await invokeAsOperator('AttendCase', hold)).toMatchObject({ outcome: 'nothing-to-do' });
    await advance((keptDays.spam - 1) * day);
    expect(await leftOf(unwanted)).not.toEqual([]);
    await advance(2 * day);
    expect(await leftOf(unwanted)).toEqual([]);
    expect(await leftOf(disputed)).not.toEqual([]);
    await invokeAsOperator('AttendCase', { ...hold, act: 'unhold' });
    await advance(30 * minute);
    expect(await leftOf(disputed)).toEqual([]);
  });
});

test('An operator erases for somebody who has lost the mailbox, and nobody unconfirmed is mailed for it', async () => {
  const canary = canaryOf();
  const story = await begin(told(canary));
  const before = (await story.mails('everybody')).length;
  const erase = { act: 'erase', submissionId: story.id, by: 'operator' };
  expect(await invokeAsOperator('AttendCase', erase)).toMatchObject({ outcome: 'attended', status: 'withdrawn' });
  await advance(30 * minute);
  expect(await leftOf(canary)).toEqual([]);
  expect(await story.mails('everybody')).toHaveLength(before);
  expect(await invokeAsOperator('AttendCase', erase)).toMatchObject({ outcome: 'erased' });
});
