import type { PostLimits } from '#shared/moderation/limits.ts';

/*
 * How many posts are taken from one network and for one form. Over it a post must bring a proof of work, so that a course of
 * forty behind one address gets through and a flood pays; over ten times it a network is refused.
 */

const minute = 60_000;
/** In milliseconds. */
const windows = { tenMinutes: 10 * minute, day: 24 * 60 * minute };
/** A form's posts are counted under so many keys, one by chance, so that no key takes every write. Never read together. */
export const formShards = 8;
/** How far over its budget a network may go with proofs of work. */
const mostOver = 10;

/** One count among others: where it stands, until when it counts, and how many there may be. */
export interface Counter {
  readonly key: string;
  readonly window: string;
  /** ISO 8601. */
  readonly ends: string;
  readonly budget: number;
}

/** What is counted of a post: its network, by a hash that nobody can undo tomorrow, and a shard of its form by chance. */
export function countersOf(
  { network, form, shard }: { network: string; form: string; shard: number },
  limits: PostLimits,
  now: Date,
) {
  const key = `posts#${form}#${shard}`;
  const share = (budget: number) => Math.ceil(budget / formShards);
  return {
    network: counter(`posts#${network}`, 'tenMinutes', limits.perNetwork, now),
    form: counter(key, 'tenMinutes', share(limits.perForm.tenMinutes), now),
    formDay: counter(key, 'day', share(limits.perForm.day), now),
  };
}

function counter(key: string, kind: keyof typeof windows, budget: number, now: Date): Counter {
  const length = windows[kind];
  const begins = Math.floor(now.getTime() / length) * length;
  const ends = new Date(begins + length).toISOString();
  return { key, window: `${kind}#${new Date(begins).toISOString()}`, ends, budget };
}

/** How a post stands to a counter that it was counted in; undefined where the counter could not be read. */
export interface Counted {
  readonly counter: Counter;
  readonly count: number | undefined;
}

/** What a program may be told of its network's budget. */
export interface Rate {
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until the budget is whole again. */
  readonly seconds: number;
}

/** `within` what is taken as it comes, `over` it, or `far-over`: refused whatever it brings. A counter that cannot be read lets through. */
export type Standing = {
  readonly kind: 'within' | 'over' | 'far-over';
  readonly rate: Rate;
  readonly retryAfter: number;
};

export function standingOf(network: Counted, form: readonly Counted[], now: Date): Standing {
  const { budget, ends } = network.counter;
  const count = network.count ?? 0;
  const seconds = secondsUntil(ends, now);
  const rate = {
    quota: budget,
    windowSeconds: windows.tenMinutes / 1000,
    remaining: Math.max(0, budget - count),
    seconds,
  };
  if (count > mostOver * budget) return { kind: 'far-over', rate, retryAfter: seconds };
  const over = [network, ...form].filter((one) => one.count !== undefined && one.count > one.counter.budget);
  const retryAfter = Math.max(0, ...over.map(({ counter }) => secondsUntil(counter.ends, now)));
  return { kind: over.length === 0 ? 'within' : 'over', rate, retryAfter };
}

function secondsUntil(end: string, now: Date): number {
  return Math.max(1, Math.ceil((Date.parse(end) - now.getTime()) / 1000));
}

/** The day whose key hashes addresses and signs challenges, `2026-03-02`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/**
 * What counts as one network: an IPv4 address; of an IPv6 address the first 64 bits, as whoever has one has them all. What is
 * neither counts as it is written.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [front = '', back] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = front === '' ? [] : front.split(':');
  const after = back === undefined || back === '' ? [] : back.split(':');
  const zeros =
    back === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
