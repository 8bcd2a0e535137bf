import type { World } from '#infra/local/world.ts';
import { localModeration } from '#infra/moderators.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { example, serviceAt } from '#test/support/story.ts';
import { type Answer, get, type Manner } from '#test/support/visitor.ts';
import { countIndexUnits } from './index-units.ts';

/** What one approved submission causes, from the open form to the published entry. */
export interface Counted {
  /** Requests to the public API. */
  readonly requests: number;
  /** AWS requests of all functions, by action. */
  readonly awsRequests: Readonly<Record<string, number>>;
  /** States entered, as AWS bills them. */
  readonly transitions: number;
  readonly readUnits: number;
  /** Those of indexes, too. */
  readonly writeUnits: number;
  readonly mails: number;
}

/** How a case is approved: by how many of the two moderators, and whether their answers can be taken back before. */
export interface Way {
  readonly approvals: 1 | 2;
  readonly canUndo: boolean;
}

/** The way of every stage. */
export const straightWay: Way = { approvals: 1, canUndo: true };

/** The moderation of the local stage, with a way to approve of its own. */
export function moderationOf({ approvals, canUndo }: Way): ModerationSettings {
  const routes = localModeration.routes.map((route) => ({ ...route, approvals }));
  return { ...localModeration, routes, undoMinutes: canUndo ? localModeration.undoMinutes : 0 };
}

/**
 * Takes one submission the straight way, with everything that people open on it: the form, the receipt, the page to
 * confirm, the review by both moderators, the decision, the published entry. Nobody is slow, nothing fails.
 */
export async function countApprovedCase(world: World, { approvals, canUndo } = straightWay): Promise<Counted> {
  const service = serviceAt(world.origin, world.rest);
  await world.rest();
  const indexUnits = countIndexUnits();
  const before = { ...structuredClone(world.counts()), indexUnits: indexUnits() };
  let opened = 0;
  const open = async (address: string, manner: Manner = {}): Promise<void> => {
    opened += 1;
    expectOk(await get(address, manner));
  };

  await open(service.at('/forms/initiative'), { html: true });
  const story = await service.begin(example('dk-sprogmakker-paa-arbejdspladsen'));
  await open(story.statusUrl);
  await open(await story.link('confirm'), { html: true });
  expectOk(await story.confirm());
  const moderators = await story.moderators();
  for (const other of moderators.slice(approvals)) await open(await story.link('review', other), { html: true });
  // Each reads the case, then votes on what was read.
  for (const voting of moderators.slice(0, approvals)) expectOk(await story.vote({ decision: 'approve' }, voting));
  if (canUndo) await service.letUndoPass();
  expectOk(await story.published());
  await world.rest();

  const after = world.counts();
  // Those of the story: post, confirm, published entry, and a review and a vote of each who votes.
  const requests = opened + 3 + 2 * approvals;
  return {
    requests,
    awsRequests: difference(byAction(after.requests), byAction(before.requests)),
    transitions: after.transitions - before.transitions,
    readUnits: after.readUnits - before.readUnits,
    writeUnits: after.writeUnits - before.writeUnits + indexUnits() - before.indexUnits,
    mails: after.mails - before.mails,
  };
}

/** All AWS requests together. */
export function requestsOf({ awsRequests }: Counted): number {
  return Object.values(awsRequests).reduce((sum, count) => sum + count, 0);
}

function expectOk({ status, text }: Answer): void {
  if (status !== 200) throw new Error(`Something on the straight way was answered with ${status}: ${text}`);
}

type ByAction = Record<string, number>;

function byAction(byCaller: Record<string, ByAction>): ByAction {
  const sums: ByAction = {};
  for (const [action, count] of Object.values(byCaller).flatMap(Object.entries<number>)) {
    sums[action] = (sums[action] ?? 0) + count;
  }
  return sums;
}

function difference(after: ByAction, before: ByAction): ByAction {
  const changed = Object.entries(after).map(([action, count]) => [action, count - (before[action] ?? 0)] as const);
  return Object.fromEntries(changed.filter(([, count]) => count > 0));
}
