import type { World } from '#infra/local/world.ts';
import { windowOf } from '#shared/case/question.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import { example, serviceAt } from '#test/support/story.ts';
import { post } from '#test/support/visitor.ts';
import { type Counted, countApprovedCase } from './approved-case.ts';
import { floodBounds } from './bounds.ts';
import { countIndexUnits } from './index-units.ts';
import { inLocalWorld } from './local-world.ts';
import { dollarsOf, priceOf, priceOfPost } from './price.ts';
import { against, type Topic } from './table.ts';

/** All but the first post are over the budget of their network. */
const narrow: PostLimits = { perNetwork: 10, perForm: { tenMinutes: 8000, day: 8000 } };
/** Posts of a kind that are counted together, so that what happens once a day weighs little. */
const posts = 20;

/** What a post causes that is refused, held, or taken in and never confirmed by anybody. */
export interface FloodCounts {
  readonly refused: Counted;
  readonly held: Counted;
  readonly unconfirmed: Counted;
}

/** Counts the three in a world of their own. */
export function countFlood(): Promise<FloodCounts> {
  return inLocalWorld(
    async (world) => {
      const unconfirmed = await countPosts(world, 1, {}, () => world.advance(windowOf('confirm') + 86_400_000));
      await countPosts(world, narrow.perNetwork, {});
      const refused = await countPosts(world, posts, {});
      return { unconfirmed, refused, held: await countPosts(world, posts, { _hold: '1' }) };
    },
    undefined,
    narrow,
  );
}

async function countPosts(
  world: World,
  count: number,
  more: object,
  afterwards: () => Promise<unknown> = async () => {},
): Promise<Counted> {
  const address = serviceAt(world.origin, world.rest).at('/v1/forms/initiative/submissions');
  await world.rest();
  const indexUnits = countIndexUnits();
  const before = { ...structuredClone(world.counts()), indexUnits: indexUnits() };
  for (let number = 0; number < count; number += 1)
    await post(address, { ...example('dk-sprogmakker-paa-arbejdspladsen'), ...more });
  await world.rest();
  await afterwards();
  await world.rest();
  const after = world.counts();
  const writeUnits = after.writeUnits - before.writeUnits + indexUnits() - before.indexUnits;
  return {
    requests: 1,
    awsRequests: {},
    transitions: (after.transitions - before.transitions) / count,
    readUnits: (after.readUnits - before.readUnits) / count,
    writeUnits: writeUnits / count,
    mails: (after.mails - before.mails) / count,
  };
}

/** How much of the price of an accepted post a held one costs. */
export function heldShare(held: Counted, accepted: Counted): number {
  return dollarsOf(priceOfPost(held)) / dollarsOf(priceOf(accepted));
}

/** What posts cost that nobody wants. */
export async function floods(): Promise<Topic> {
  const accepted = await inLocalWorld(countApprovedCase);
  const { refused, held, unconfirmed } = await countFlood();
  const share = heldShare(held, accepted);
  const row = (what: string, counted: Counted, dollars: number) => [
    what,
    counted.mails.toFixed(0),
    counted.writeUnits.toFixed(1),
    dollars.toFixed(4),
  ];
  return {
    heading: 'What a flood costs',
    columns: ['a post that is', 'mails', 'write units', '$ per 1,000'],
    rows: [
      row('approved', accepted, dollarsOf(priceOf(accepted))),
      row('taken in and never confirmed', unconfirmed, dollarsOf(priceOf(unconfirmed))),
      row('held', held, dollarsOf(priceOfPost(held))),
      row('refused', refused, dollarsOf(priceOfPost(refused))),
      ['**held, as a share of approved**', '', '', against(floodBounds.heldShare, share, 4)],
    ],
    notes: [
      `2,000 posts cost at most $${(2 * dollarsOf(priceOfPost(held)) + 2 * dollarsOf(priceOfPost(refused))).toFixed(3)} when each is refused and then sent to be held. What is taken in as it comes is bounded by the budgets of \`infra/stages.ts\`, and its mails by those of the stage.`,
    ],
    misses: share > floodBounds.heldShare ? [`a held post costs ${share.toFixed(3)} of an approved one`] : [],
  };
}
