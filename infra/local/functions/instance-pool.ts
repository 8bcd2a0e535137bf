import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Instance, Outcome } from './instance.ts';

export type InstancePool = {
  /** Runs the function once, in a free instance, a new one, or when its turn comes. */
  call(event: string): Promise<Outcome>;
  close(): Promise<void>;
};

// Lambda has more instances; more threads than cores only get into each other's way, and each takes 30 MB.
const mostInstances = Math.max(4, availableParallelism());
// Loading a bundle keeps a core busy: calls rather wait for an instance that becomes free than for another one that loads.
const mostLoading = 2;
// Longer than this nobody needs to be kept warm for.
const idleMs = 60_000;

const stopped: Outcome = {
  kind: 'failed',
  error: { errorType: 'Local.Stopped', errorMessage: 'The local world is stopping.' },
};

/** Keeps the instances of one function: reuses free ones, starts others while calls wait, ends those nobody uses. */
export function instancePool(start: () => Instance): InstancePool {
  const all = new Set<Instance>();
  const idle = new Map<Instance, NodeJS.Timeout>();
  const free: Instance[] = [];
  const waiting: ((instance: Instance | undefined) => void)[] = [];
  let loading = 0;
  let open = true;

  /** Gives waiting calls to free instances and starts what is missing. */
  function serve(): void {
    while (waiting.length > 0 && free.length > 0) {
      const instance = free.pop();
      if (!instance) break;
      clearTimeout(idle.get(instance));
      idle.delete(instance);
      if (instance.usable()) waiting.shift()?.(instance);
      else all.delete(instance);
    }
    while (open && waiting.length > loading && loading < mostLoading && all.size < mostInstances) void startOne();
  }
  async function startOne(): Promise<void> {
    const instance = start();
    all.add(instance);
    loading += 1;
    await instance.loaded;
    loading -= 1;
    release(instance);
  }
  /** An instance that could not load goes to one call, which then tells of it, and is thrown away. */
  function release(instance: Instance): void {
    if (instance.usable()) keepWarm(instance);
    else if (all.delete(instance)) waiting.shift()?.(instance);
    serve();
  }
  function keepWarm(instance: Instance): void {
    free.push(instance);
    if (all.size > 1) idle.set(instance, setTimeout(() => endIdle(instance), idleMs).unref());
  }
  function endIdle(instance: Instance): void {
    const index = free.indexOf(instance);
    if (index === -1) return;
    free.splice(index, 1);
    idle.delete(instance);
    all.delete(instance);
    void instance.end();
  }

  return {
    async call(event) {
      if (!open) return stopped;
      const turn = Promise.withResolvers<Instance | undefined>();
      waiting.push(turn.resolve);
      serve();
      const instance = await turn.promise;
      if (!instance) return stopped;
      const outcome = await instance.call(randomUUID(), event);
      if (!open) return stopped;
      if (instance.usable()) keepWarm(instance);
      else all.delete(instance);
      serve();
      return outcome;
    },
    async close() {
      open = false;
      for (const timer of idle.values()) clearTimeout(timer);
      for (const turn of waiting.splice(0)) turn(undefined);
      await Promise.all([...all].map((instance) => instance.end()));
    },
  };
}
