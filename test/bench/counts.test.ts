import { beforeAll, describe, expect, test } from 'vitest';
import { type Counted, countApprovedCase, requestsOf } from './approved-case.ts';
import {
  bundleBound,
  caseBounds,
  floodBounds,
  idleDollarsBound,
  memoryBound,
  undoBounds,
  visitBounds,
  waitingBounds,
} from './bounds.ts';
import { firstPages, kilobytesOf, visit } from './first-visit.ts';
import { countFlood, heldShare } from './flood.ts';
import { countIdleHour, type IdleHour, priceOfMonth } from './idle.ts';
import { inLocalWorld } from './local-world.ts';
import { kilobytesPerWaiting } from './memory.ts';
import { added, countParts, type Parts } from './parts.ts';
import { dollarsOf, priceOf } from './price.ts';
import { assumptions, prices } from './prices.ts';
import { bundleSizes } from './size.ts';
import { endTogether, interruptOne } from './waits.ts';

/** The figures that are counted and not timed (`npm run bench` shows them all): what one approved submission may cause. */
describe('An approved submission, with two moderators asked', () => {
  let counted: Counted;
  beforeAll(async () => {
    counted = await inLocalWorld(countApprovedCase);
  });

  test('sends five mails: confirm, two reviews, acknowledgement, published', () => {
    expect(counted.mails).toBe(caseBounds.mails);
    expect(counted.awsRequests['ses:SendEmail']).toBe(caseBounds.mails);
  });

  test('enters few states', () => {
    expect(counted.transitions).toBeGreaterThan(0);
    expect(counted.transitions).toBeLessThanOrEqual(caseBounds.transitions);
  });

  test('writes and reads, is started once and woken once for each answer', () => {
    expect(counted.writeUnits).toBeGreaterThan(0);
    expect(counted.readUnits).toBeGreaterThan(0);
    expect(counted.awsRequests).toMatchObject({ 'states:StartExecution': 1, 'states:SendTaskSuccess': 2 });
  });

  test('makes few AWS requests', () => {
    expect(requestsOf(counted)).toBeLessThanOrEqual(caseBounds.awsRequests);
  });

  test('costs little', () => {
    expect(dollarsOf(priceOf(counted))).toBeLessThanOrEqual(caseBounds.dollarsPerThousand);
  });
});

describe('A vote', () => {
  let counted: Parts;
  beforeAll(async () => {
    counted = await countParts();
  });

  test('that can be taken back adds one write, and no state and no mail', () => {
    const undo = added(counted.withUndo, counted.atOnce);
    expect(undo).toMatchObject({ transitions: undoBounds.transitions, mails: undoBounds.mails });
    expect(undo.writes).toBeLessThanOrEqual(undoBounds.writes);
    expect(undo.dollars).toBeLessThanOrEqual(undoBounds.dollarsPerThousand);
  });

  test('of a second moderator adds no state, and one mail: the acknowledgement', () => {
    expect(added(counted.byTwo, counted.withUndo)).toMatchObject({ transitions: 0, mails: 1 });
  });
});

describe('A stage that nobody uses', () => {
  let idle: IdleHour;
  beforeAll(async () => {
    idle = await inLocalWorld(countIdleHour);
  });

  test('looks every minute, and writes no metric of its own', () => {
    expect(idle.runs).toBeGreaterThanOrEqual(60);
    expect(idle.queries).toBeGreaterThanOrEqual(60);
    expect(idle.ownMetrics).toBe(0);
  });

  test('costs little, alarm by alarm', () => {
    const positions = priceOfMonth(idle);
    expect(positions.map(({ what }) => what)).toContain('alarm: A case is parked');
    expect(dollarsOf(positions)).toBeLessThanOrEqual(idleDollarsBound);
  });
});

test('A post that is held costs little, and neither it nor one that is refused causes a mail', async () => {
  const { held, refused } = await countFlood();
  expect([held.mails, refused.mails, held.transitions, refused.transitions]).toEqual([0, 0, 0, 0]);
  expect(heldShare(held, await inLocalWorld(countApprovedCase))).toBeLessThanOrEqual(floodBounds.heldShare);
});

describe('Cases that wait', () => {
  test('as they should are not looked at, and one that was interrupted is carried on at once', async () => {
    const { looks, minutes } = await inLocalWorld((world) => interruptOne(world, 60));
    expect(looks).toBeLessThanOrEqual(waitingBounds.looks);
    expect(minutes).toBeLessThanOrEqual(waitingBounds.minutes);
  });

  test('and end together are not parked', async () => {
    expect(await endTogether(40)).toBeLessThanOrEqual(waitingBounds.parked);
  });
});

test('A price is the sum of what is counted at list prices', () => {
  const nothing: Counted = { requests: 0, awsRequests: {}, transitions: 0, readUnits: 0, writeUnits: 0, mails: 0 };
  const without = dollarsOf(priceOf(nothing));
  const fixed = prices.logGigabyte * (assumptions.logKilobytes / 1_000_000) * 1_000;
  expect(without).toBeGreaterThanOrEqual(fixed);
  const withMails = dollarsOf(priceOf({ ...nothing, mails: 5, writeUnits: 1_000 }));
  expect(withMails - without).toBeCloseTo(5 * 0.1 + 0.625, 6);
});

test('No bundle is heavier than it may be', async () => {
  const heavy = (await bundleSizes()).filter(({ kilobytes }) => kilobytes > bundleBound);
  expect(heavy).toEqual([]);
});

test('A first visit takes little on the wire', async () => {
  const visits = await inLocalWorld(({ origin }) => Promise.all(firstPages.map((page) => visit(origin, page))));
  expect(visits.filter((one) => kilobytesOf(one) > visitBounds[one.page])).toEqual([]);
});

test('An execution that waits takes little memory', async () => {
  expect(await inLocalWorld((world) => kilobytesPerWaiting(world, 100))).toBeLessThanOrEqual(memoryBound);
});
