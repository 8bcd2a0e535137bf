import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sampleOf } from './extent.ts';

/**
 * Explores how things go that happen at once. Each actor stops before every call to DynamoDB, and a schedule says who goes
 * on. Every schedule with at most two preemptions is run: hardly a fault of things at once needs more.
 */

/** How often an actor is interrupted although it could go on. */
const mostPreemptions = 2;

/** Does something when it is this actor's turn. */
export type InTurn = <Result>(does: () => Promise<Result>) => Promise<Result>;

/** Somebody or something that acts. */
export interface Actor {
  readonly name: string;
  readonly act: (inTurn: InTurn) => Promise<unknown>;
}

/** What happens at once, made anew for each schedule, and what must be true when it has. */
export interface Race {
  readonly actors: readonly Actor[];
  readonly judge: () => Promise<void>;
}

/** Has every call of a document client wait for its turn. */
export function callsInTurn(documents: DynamoDBDocumentClient, inTurn: InTurn): void {
  documents.middlewareStack.add((next) => (args) => inTurn(() => next(args)), {
    step: 'initialize',
    priority: 'high',
    name: 'callsInTurn',
  });
}

/** Who took a step, who could have, and who took the one before and could have gone on. */
interface Step {
  readonly taken: number;
  readonly possible: readonly number[];
  readonly going: number | undefined;
}

/** Who takes the first steps; after those whoever acts goes on to the end, and then the next. */
type Prefix = readonly number[];

interface Explored {
  readonly schedules: number;
  /** How many there are at least, by the fewest calls that each actor made; of a sample, how many were drawn. */
  readonly expected: number;
  readonly calls: number;
}

/**
 * Runs the schedules of a race. Where not everything is run, so many beginnings with one preemption and with two suffice,
 * drawn by the seed.
 */
export async function explore(begin: () => Promise<Race>, sample: number): Promise<Explored> {
  const fewest: number[] = [];
  let [schedules, calls, drawn, isSample] = [0, 0, 0, false];
  const run = async (prefix: Prefix) => {
    const steps = await runSchedule(await begin(), prefix);
    schedules += 1;
    calls += steps.length;
    for (const actor of new Set(steps.map(({ taken }) => taken))) {
      const own = steps.filter(({ taken }) => taken === actor).length;
      fewest[actor] = Math.min(fewest[actor] ?? own, own);
    }
    return steps;
  };
  let level: readonly Prefix[] = [[]];
  for (let preemptions = 0; preemptions <= mostPreemptions; preemptions += 1) {
    const todo = [...sampleOf(level, sample)];
    isSample ||= todo.length < level.length;
    drawn += todo.length;
    const interrupted: Prefix[] = [];
    for (let prefix = todo.shift(); prefix !== undefined; prefix = todo.shift()) {
      for (const branch of branchesOf(await run(prefix), prefix.length))
        (branch.interrupts ? interrupted : todo).push(branch.prefix);
    }
    level = interrupted;
  }
  return { schedules, expected: isSample ? drawn : countSchedules(fewest, mostPreemptions), calls };
}

/** Every other choice that could have been made after the prefix. */
function branchesOf(steps: readonly Step[], from: number) {
  return steps.slice(from).flatMap(({ taken, possible, going }, index) => {
    const before = steps.slice(0, from + index).map((step) => step.taken);
    const others = possible.filter((actor) => actor !== taken);
    return others.map((actor) => ({ prefix: [...before, actor], interrupts: going !== undefined }));
  });
}

/** How many schedules there are with at most so many preemptions, when each actor takes so many steps. */
export function countSchedules(steps: readonly number[], preemptions: number, going?: number): number {
  const possible = steps.flatMap((left, actor) => (left > 0 ? [actor] : []));
  if (possible.length === 0) return 1;
  const isGoing = going !== undefined && possible.includes(going);
  return possible
    .map((actor) => {
      const left = isGoing && actor !== going ? preemptions - 1 : preemptions;
      return left < 0 ? 0 : countSchedules(steps.with(actor, (steps[actor] ?? 0) - 1), left, actor);
    })
    .reduce((sum, count) => sum + count, 0);
}

/** The race cannot be explored: nothing is told of what it is about. */
class NotExplorable extends Error {
  override readonly name = 'NotExplorable';
}

/** Runs the actors by a schedule, then judges. Whatever is wrong is told with the schedule. */
async function runSchedule({ actors, judge }: Race, prefix: Prefix): Promise<readonly Step[]> {
  const lanes = actors.map(startLane);
  const steps: Step[] = [];
  try {
    for (;;) {
      await settled();
      const possible = lanes.flatMap((lane, index) => (lane.isDone() ? [] : [index]));
      const last = steps.at(-1)?.taken;
      const going = last !== undefined && possible.includes(last) ? last : undefined;
      const taken = prefix[steps.length] ?? going ?? possible[0];
      if (taken === undefined) break;
      if (!possible.includes(taken)) throw new NotExplorable('The same schedule went otherwise the time before');
      steps.push({ taken, possible, going });
      await lanes[taken]?.step();
    }
    for (const { end } of lanes) await end;
    await judge();
    return steps;
  } catch (error) {
    if (error instanceof NotExplorable) throw error;
    throw new Error(`Wrong after ${toldBriefly(actors, steps)}`, { cause: error });
  }
}

/** Between two calls an actor does nothing that takes time, so then it has come to the next. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** An actor on its way. */
function startLane({ name, act }: Actor) {
  const waiting: (() => Promise<void>)[] = [];
  let isDone = false;
  const inTurn: InTurn = (does) =>
    new Promise((resolve, reject) => {
      waiting.push(() => does().then(resolve, reject));
    });
  const end = act(inTurn).finally(() => {
    isDone = true;
  });
  // What went wrong is told when all have ended.
  end.catch(() => {});
  return {
    end,
    isDone: () => isDone,
    /** Does what it waits for; of several things the one it came to first. */
    async step(): Promise<void> {
      const next = waiting.shift();
      if (next === undefined) throw new NotExplorable(`${name} waits for something that is no call`);
      await next();
    },
  };
}

/** Such as `anna ×3, bo ×2, anna ×4`. */
function toldBriefly(actors: readonly Actor[], steps: readonly Step[]): string {
  const runs: { name: string; times: number }[] = [];
  for (const { taken } of steps) {
    const name = actors[taken]?.name ?? '';
    const last = runs.at(-1);
    if (last?.name === name) last.times += 1;
    else runs.push({ name, times: 1 });
  }
  return runs.map(({ name, times }) => `${name} ×${times}`).join(', ');
}
