import type { World } from '#infra/local/world.ts';
import { example, serviceAt } from '#test/support/story.ts';
import { inLocalWorld } from './local-world.ts';
import { atOnce, type Call, sendAll } from './requests.ts';
import { median, percentile } from './samples.ts';
import type { Topic } from './table.ts';

/** How many requests of each kind, and how many initiatives the catalogue holds meanwhile. */
const load = { requests: 500, initiatives: 100 };

interface Measured {
  readonly what: string;
  readonly perSecond: number;
  /** Milliseconds from sending to the last byte of the answer. */
  readonly waits: readonly number[];
}

/** What the local world carries, for the record: it says nothing of AWS, and much of a change that made things slow. */
export async function throughput({ isQuick }: { isQuick: boolean }): Promise<Topic> {
  const requests = isQuick ? 100 : load.requests;
  const initiatives = isQuick ? 20 : load.initiatives;
  const measured = await inLocalWorld((world) => measure(world, requests, initiatives));
  const [reference] = measured;
  return {
    heading: 'The local world under load',
    columns: ['request', '× health', 'requests/s', 'p50 ms', 'p99 ms'],
    rows: measured.map(({ what, perSecond, waits }) => [
      what,
      (perSecond / (reference?.perSecond ?? perSecond)).toFixed(2),
      perSecond.toFixed(0),
      median(waits).toFixed(1),
      percentile(waits, 0.99).toFixed(1),
    ]),
    notes: [
      `${requests} requests each, ${atOnce} at once, over loopback; functions are warm. One process is the client, the gateway, the functions and their AWS. Reference: the health check, which reads one item of each table.`,
      'A submission also starts its execution, whose first mail is sent while others are taken in.',
    ],
    misses: [],
  };
}

async function measure(world: World, requests: number, initiatives: number): Promise<Measured[]> {
  const service = serviceAt(world.origin, world.rest);
  for (let number = 0; number < initiatives; number += 1) {
    const story = await service.begin(example('dk-cykler-til-alle'));
    await story.confirm();
    await story.approve();
  }
  const submission = () => JSON.stringify(example('dk-sprogmakker-paa-arbejdspladsen'));
  const plan: [string, () => Call][] = [
    ['`GET /v1/health`', () => ({ path: '/v1/health', ending: 200 })],
    [`\`GET /v1/initiatives\` (20 of ${initiatives})`, () => ({ path: '/v1/initiatives', ending: 200 })],
    ['`GET /v1/initiatives?limit=100`', () => ({ path: '/v1/initiatives?limit=100', ending: 200 })],
    [
      '`POST /v1/forms/initiative/submissions`',
      () => ({ path: '/v1/forms/initiative/submissions', body: submission(), ending: 202 }),
    ],
  ];
  const measured: Measured[] = [];
  for (const [what, next] of plan) {
    await sendAll(world.origin, atOnce * 2, next);
    await world.rest();
    const begun = performance.now();
    const waits = await sendAll(world.origin, requests, next);
    measured.push({ what, waits, perSecond: (requests / (performance.now() - begun)) * 1000 });
    await world.rest();
  }
  return measured;
}
