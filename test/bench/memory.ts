import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { World } from '#infra/local/world.ts';
import { example, serviceAt } from '#test/support/story.ts';
import { memoryBound } from './bounds.ts';
import { inLocalWorld } from './local-world.ts';
import { against, type Topic, type TopicOptions } from './table.ts';

/** So many cases come at once, as from a website that everybody uses. */
const atOnce = 10;
/** After these everything is warm that many cases share. */
const warmUp = 50;

/** What the local world keeps, in KB for each case whose execution waits, its mail and record of calls included. */
export async function kilobytesPerWaiting(world: World, cases: number): Promise<number> {
  await letWait(world, warmUp);
  const before = keptBytes();
  await letWait(world, cases);
  return (keptBytes() - before) / cases / 1024;
}

/** Takes cases in and lets their executions come to rest: each waits for its submitter to confirm. */
async function letWait(world: World, cases: number): Promise<void> {
  const service = serviceAt(world.origin, async () => undefined);
  let left = cases;
  const beginOneByOne = async () => {
    while (left > 0) {
      left -= 1;
      await service.begin(example('dk-cykler-til-alle'));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, beginOneByOne));
  await world.rest();
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What is left in memory without the garbage. Threads of functions have their own, which does not grow with the cases. */
function keptBytes(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What waiting executions take. */
export async function memory({ isQuick }: TopicOptions): Promise<Topic> {
  const cases = isQuick ? 200 : 2000;
  const { kilobytes, resident } = await inLocalWorld(async (world) => ({
    kilobytes: await kilobytesPerWaiting(world, cases),
    resident: process.memoryUsage().rss / 1024 ** 2,
  }));
  return {
    heading: 'Executions that wait',
    columns: ['what', 'KB kept for each'],
    rows: [[`${cases} cases that wait to be confirmed`, against(memoryBound, kilobytes, 1)]],
    notes: [
      `Kept by the local world without garbage: execution, mail, record of calls. The process then takes ${resident.toFixed(0)} MB, most of it the threads of functions.`,
    ],
    misses: kilobytes > memoryBound ? [`${kilobytes.toFixed(0)} KB for each execution`] : [],
  };
}
