import * as z from 'zod/mini';
import type { World } from '#infra/local/world.ts';
import { localModeration } from '#infra/moderators.ts';
import { example, type Story, serviceAt } from '#test/support/story.ts';
import { publicationBounds } from './bounds.ts';
import { inLocalWorld } from './local-world.ts';
import { median, percentile } from './samples.ts';
import { against, type Topic } from './table.ts';

const minute = 60_000;
/** Between two votes. In so many seconds the votes fall at every point of the minute between two runs of the reconciler. */
const apart = 13_000;

const Voted = z.object({ undoUntil: z.string() });

interface Measured {
  /** Seconds of the local clock, case by case. */
  readonly fromFinal: number[];
  readonly fromSettling: number[];
}

/** How long after its last moment a decision that can no longer be taken back is public. */
export async function decisions({ isQuick }: { isQuick: boolean }): Promise<Topic> {
  const cases = isQuick ? 12 : 40;
  const { fromFinal, fromSettling } = await inLocalWorld((world) => measure(world, cases));
  const bounds = publicationBounds;
  const figures = [
    ['when it is final to publication, p50', median(fromFinal), bounds.fromFinal.p50],
    ['when it is final to publication, p99', percentile(fromFinal, 0.99), bounds.fromFinal.p99],
    ['the write that settles it to publication, p50', median(fromSettling), bounds.fromSettling.p50],
  ] as const;
  return {
    heading: 'From a decision to the catalogue',
    columns: ['seconds from', 'figure'],
    rows: figures.map(([what, seconds, bound]) => [what, against(bound, seconds, 1)]),
    notes: [
      `${cases} approvals, ${apart / 1000} seconds apart, so that they become final at every point of the minute between two runs of the reconciler. Seconds of the local clock, which is moved from run to run and goes on by itself while functions run.`,
      'So the first two are the wait for the next run, and the third is how long this machine takes for the write, the driver that is woken and the publication.',
    ],
    misses: figures
      .filter(([, seconds, bound]) => seconds > bound)
      .map(([what, seconds]) => `${seconds.toFixed(1)} s from ${what}`),
  };
}

async function measure(world: World, count: number): Promise<Measured> {
  const service = serviceAt(world.origin, world.rest);
  const stories: Story[] = [];
  for (let number = 0; number < count; number += 1) {
    const story = await service.begin(example('dk-cykler-til-alle'));
    await story.confirm();
    stories.push(story);
  }
  const voted: { story: Story; finalAt: number }[] = [];
  for (const story of stories) {
    const { json } = await story.vote({ decision: 'approve' });
    voted.push({ story, finalAt: Date.parse(Voted.parse(json).undoUntil) });
    await world.advance(apart);
  }
  const [first] = voted;
  if (first === undefined || world.now().getTime() >= first.finalAt)
    throw new Error('The machine is so slow that the first vote was final before the last was given');
  // The clock is not moved further than to the next run of the reconciler, which then comes at the end of each step.
  for (let passed = 0; passed <= localModeration.undoMinutes + 1; passed += 1) await world.advance(minute);

  const times = await Promise.all(voted.map(async ({ story, finalAt }) => ({ finalAt, ...(await timesOf(story)) })));
  return {
    fromFinal: times.map(({ finalAt, publishedAt }) => (publishedAt - finalAt) / 1000),
    fromSettling: times.map(({ settledAt, publishedAt }) => (publishedAt - settledAt) / 1000),
  };
}

async function timesOf(story: Story): Promise<{ settledAt: number; publishedAt: number }> {
  const { timeline } = await story.progress();
  const at = (wanted: string) => Date.parse(timeline.find(({ what }) => what === wanted)?.at ?? '');
  const [settledAt, publishedAt] = [at('approved'), at('published')];
  if (Number.isNaN(settledAt) || Number.isNaN(publishedAt)) throw new Error(`${story.reference} is not published`);
  return { settledAt, publishedAt };
}
