import { expect, test } from 'vitest';
import { localModeration } from '#infra/moderators.ts';
import { example, Receipt, Review } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, submit, mails, advance, follow } = await startWorld();
const fifty = Array.from({ length: 50 }, (_, at) => at);
const untilFinal = (localModeration.undoMinutes + 1) * 60_000;

test('Fifty equal posts with one key are one submission, which is confirmed by one mail', async () => {
  const fields = example('dk-cykler-til-alle');
  const key = { 'idempotency-key': `fifty-${crypto.randomUUID()}` };
  const answers = await Promise.all(fifty.map(() => submit(fields, { headers: key })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  const receipts = answers.map(({ json }) => Receipt.parse(json));
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
  const [first] = receipts;
  if (first === undefined) throw new Error('nothing was answered');
  const story = follow(first, fields.contact.email);
  expect(await story.progress()).toMatchObject({ timeline: [{ what: 'received' }, { what: 'asked-to-confirm' }] });
  expect(await mails(fields.contact.email)).toHaveLength(1);
});

test('Fifty answers of two moderators who contradict each other come to one decision, and to each the truth is said', async () => {
  const story = await begin(example('dk-cykler-til-alle'));
  await story.confirm();
  const [one = '', other = ''] = await story.moderators();
  const links = [await story.link('review', one), await story.link('review', other)];
  const { contentHash } = Review.parse((await get(links[0] ?? '')).json);
  const saying = [{ decision: 'approve' }, { decision: 'reject', reason: 'incomplete' }];
  const answers = await Promise.all(fifty.map((at) => post(links[at % 2] ?? '', { contentHash, ...saying[at % 2] })));
  const statuses = [0, 1].map(
    (side) => new Set(answers.filter((_, at) => at % 2 === side).map(({ status }) => status)),
  );
  expect(statuses).toContainEqual(new Set([200]));
  expect(statuses).toContainEqual(new Set([409]));
  const won = statuses[0]?.has(200) ? 0 : 1;
  await advance(untilFinal);
  const progress = await story.progress();
  expect(progress.status).toBe(won === 0 ? 'published' : 'rejected');
  const decided = progress.timeline.filter(({ what }) => ['approved', 'rejected'].includes(what));
  expect(decided).toHaveLength(1);
});
