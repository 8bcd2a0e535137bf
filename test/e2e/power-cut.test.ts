import { describe, expect, test, vi } from 'vitest';
import { whenDue } from '#shared/case/question.ts';
import { startService } from '#test/support/service-process.ts';
import { example, type Mail, type Story, serviceAt } from '#test/support/story.ts';
import { hour } from '#test/support/time.ts';

const { origin, kill, restart } = await startService();
/** Nothing is waited for after an answer: whatever was answered must survive by itself. */
const { begin, mails, advance, letUndoPass } = serviceAt(origin, async () => {});

const soon = { timeout: 30_000, interval: 20 };

async function powerCut(): Promise<void> {
  await kill();
  await restart();
}

/** The ways to each point at which the power may go. */
const steps = {
  submitted: () => begin(example('ax-valkomstvardar-i-skargarden')),
  asked: async () => {
    const story = await steps.submitted();
    await vi.waitFor(() => story.link('confirm'), soon);
    return story;
  },
  confirmed: async () => {
    const story = await steps.asked();
    expect((await story.confirm()).status).toBe(200);
    return story;
  },
  inReview: async () => {
    const story = await steps.confirmed();
    await vi.waitFor(async () => expect(await story.moderators()).toHaveLength(2), soon);
    return story;
  },
  decided: async () => {
    const story = await steps.inReview();
    expect((await story.vote({ decision: 'approve' })).status).toBe(200);
    return story;
  },
  published: async () => {
    const story = await steps.decided();
    // The cut comes before the clock has been moved to the end.
    letUndoPass().catch(() => undefined);
    await vi.waitFor(async () => expect((await story.published()).status).toBe(200), soon);
    return story;
  },
};

/** Whatever is still to do, up to the mail that says it is published. */
async function finish(story: Story): Promise<void> {
  const { status } = await story.progress();
  if (status === 'received' || status === 'awaiting-confirmation') {
    await vi.waitFor(() => story.link('confirm'), soon);
    expect((await story.confirm()).status).toBe(200);
  }
  if ((await story.progress()).status === 'in-review') {
    await vi.waitFor(async () => expect(await story.moderators()).toHaveLength(2), soon);
    // Said again, it is the same answer.
    expect((await story.approve()).status).toBe(200);
  }
  await vi.waitFor(async () => expect((await story.published()).status).toBe(200), soon);
  await vi.waitFor(async () => {
    expect(textsOf(await story.mails()).filter((text) => text.includes('/initiatives/'))).not.toEqual([]);
    expect(await story.mails('everybody').then(differentOf)).toHaveLength(5);
  }, soon);
}

const textsOf = (all: readonly Mail[]) => all.map(({ text }) => text);
/** A repeated mail goes to the same address under the same subject. */
const differentOf = (all: readonly Mail[]) => [...new Set(all.map(({ to, subject }) => `${to} ${subject}`))];

describe.each([
  ['after a submission was answered', steps.submitted],
  ['while the submitter is asked', steps.asked],
  ['after a confirmation was answered', steps.confirmed],
  ['while moderators are asked', steps.inReview],
  ['after a decision was answered', steps.decided],
  ['while it is published', steps.published],
] as const)('The power goes %s', (_, reach) => {
  test('and it goes on: nothing is lost, at most one mail is repeated', async () => {
    const story = await reach();
    await powerCut();
    await finish(story);
    const all = await story.mails('everybody');
    expect(all.length - differentOf(all).length).toBeLessThanOrEqual(1);
    expect(await story.progress()).toMatchObject({ status: 'published', round: 1 });
  });
});

test('Waits, mails and the clock are what they were before', async () => {
  const story = await steps.inReview();
  await advance(whenDue('review', 'remind') / 2);
  const before = await mails();
  const progress = await story.progress();
  await powerCut();
  await powerCut();
  expect(await mails()).toEqual(before);
  expect(await story.progress()).toEqual(progress);
  await advance(whenDue('review', 'remind') / 2 + hour);
  // The first reminder, once for each moderator.
  for (const moderator of await story.moderators()) expect(await story.mails(moderator)).toHaveLength(2);
  expect((await story.approve()).status).toBe(200);
  await vi.waitFor(async () => expect(await story.progress()).toMatchObject({ status: 'published' }), soon);
});
