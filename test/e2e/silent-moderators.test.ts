import { expect, test, vi } from 'vitest';
import { whenDue, windowOf } from '#shared/case/question.ts';
import { example, linksIn } from '#test/support/story.ts';
import { day, hour } from '#test/support/time.ts';
import { startWorld } from '#test/support/world.ts';

// Weeks go by, and in each of their hours something may be due.
vi.setConfig({ testTimeout: 180_000 });
const { begin, clockFromNow, mails, invokeAsOperator } = await startWorld();

const moderators = ['erik.wallin@nordregio.example', 'sigrun.jonsdottir@nordregio.example'];
const deputy = 'emma.clarke@nordregio.example';
const lead = ['anna.lindqvist@nordicwelfare.example', 'mikkel.soerensen@nordicwelfare.example'];
const operator = 'operator@clearing-centre.example';

test('Silence never ends a case: reminder, deputy, lead institution, operator; and a late answer still publishes', async () => {
  const story = await begin(example('se-fackliga-larcirklar'));
  const another = await begin(example('is-islenska-a-vinnutima'));
  await story.confirm();
  await another.confirm();
  expect([...(await story.moderators())].sort()).toEqual(moderators);
  const until = clockFromNow();
  const mailed = async (address: string) => (await story.mails(address)).length;

  await until(whenDue('review', 'remind') + hour);
  for (const moderator of moderators) expect(await mailed(moderator)).toBe(2);
  expect(await mailed(deputy)).toBe(0);

  await until(whenDue('review', 'ask-deputy') + hour);
  expect(await mailed(deputy)).toBe(1);
  for (const person of lead) expect(await mailed(person)).toBe(0);

  const before = await mailed(story.submitter);
  await until(whenDue('review', 'ask-lead') + hour);
  for (const person of lead) expect(await mailed(person)).toBe(1);
  expect(await mailed(story.submitter)).toBe(before + 1);
  const [delay] = await story.mails();
  expect(linksIn(delay ?? { text: '' }, 'status')).toHaveLength(1);
  expect(await story.progress()).toMatchObject({ status: 'in-review', next: { what: 'review' } });

  // The lead institution can now decide as well.
  expect(await another.approve(lead[1])).toMatchObject({ status: 200 });
  expect((await another.published()).status).toBe(200);

  const alarms = async (about: RegExp) => (await mails(operator)).filter(({ subject }) => about.test(subject));
  expect(await alarms(/./)).toEqual([]);
  await until(windowOf('review') + hour);
  expect(await alarms(/is parked/)).toHaveLength(1);
  // Once, although it goes on waiting.
  expect(await alarms(/waits too long/)).toHaveLength(1);
  expect(await story.progress()).toMatchObject({ status: 'in-review', next: { what: 'operator', by: null } });

  expect(await invokeAsOperator('AttendCase', { act: 'list' })).toMatchObject({
    cases: [{ submissionId: story.id, parked: { why: 'moderators-silent' } }],
  });

  // Nothing more is mailed to anybody about it while it is parked.
  const parked = await story.mails('everybody');
  await until(windowOf('review') + 2 * day);
  expect(await story.mails('everybody')).toEqual(parked);

  expect(await story.approve(moderators[1])).toMatchObject({ status: 200, json: { decision: 'approve' } });
  expect((await story.published()).status).toBe(200);
  expect(await story.progress()).toMatchObject({ status: 'published', next: { what: 'none' } });
  const [last] = await story.mails();
  expect(last?.text).toContain(`/initiatives/${await story.entryId()}`);
});
