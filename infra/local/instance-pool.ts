import { randomUUID } from 'node:crypto';
import type { Instance, Outcome } from './instance.ts';

// Longer than this nobody needs to be kept warm for.
const idleMs = 60_000;

/** Keeps a function's instances: reuses a free one, starts another while there may be more, else lets the call wait its turn. */
export function instancePool(start: () => Instance, limit: number) {
  let free: Instance[] = [];
  const all = new Set<Instance>();
  const queue: ((instance: Instance) => void)[] = [];
  const idle = new Map<Instance, NodeJS.Timeout>();
  let stopped = false;

  function take(): Instance | Promise<Instance> {
    const warm = free.pop();
    if (warm) {
      clearTimeout(idle.get(warm));
      return warm;
    }
    if (all.size >= limit) return new Promise((turn) => queue.push(turn));
    return startOne();
  }
  function startOne(): Instance {
    const instance = start();
    all.add(instance);
    return instance;
  }
  function giveBack(instance: Instance): void {
    if (stopped) return;
    if (!instance.usable()) all.delete(instance);
    const next = queue.shift();
    if (next) next(instance.usable() ? instance : startOne());
    if (next || !instance.usable()) return;
    free.push(instance);
    if (all.size > 1) idle.set(instance, setTimeout(() => endIdle(instance), idleMs).unref());
  }
  function endIdle(instance: Instance): void {
    free = free.filter((other) => other !== instance);
    all.delete(instance);
    void instance.end();
  }

  return {
    async call(event: string): Promise<Outcome> {
      if (stopped)
        return { kind: 'failed', error: { errorType: 'Local.Stopped', errorMessage: 'The local world is stopping.' } };
      const instance = await take();
      const outcome = await instance.call(randomUUID(), event);
      giveBack(instance);
      return outcome;
    },
    stop: async () => {
      stopped = true;
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...all].map((instance) => instance.end()));
    },
  };
}
