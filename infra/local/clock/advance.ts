import type { Activity } from './activity.ts';
import type { Clock, Moment } from './clock.ts';
import type { Schedules } from './schedules.ts';

/**
 * Moves the clock forward as a person would live through it: from due time to due time in order (timeouts, waits,
 * retries), letting what each woke come to rest before the next. Each recurring schedule runs at most once per six
 * simulated hours and once at the end. Resolves when nothing is due and nothing runs; a wait for an answer is rest.
 */
export type Advance = (ms: number) => Promise<Moment>;

export function clockAdvance(clock: Clock, activity: Activity, schedules: Schedules): Advance {
  let last: Promise<unknown> = Promise.resolve();

  async function advance(ms: number): Promise<Moment> {
    const target = clock.now() + ms;
    const held = schedules.hold();
    try {
      for (;;) {
        await activity.rest();
        const due = earliest(clock.nextDue(), held.nextDue());
        if (due === undefined || due >= target) break;
        clock.moveTo(due);
        held.runDue();
      }
      clock.moveTo(target);
      await activity.rest();
      held.runAll();
      await activity.rest();
      // What became due in the meantime, as time goes on while functions run.
      while ((clock.nextDue() ?? Number.POSITIVE_INFINITY) <= clock.now()) {
        clock.moveTo(clock.now());
        await activity.rest();
      }
      return clock.now();
    } finally {
      held.release();
    }
  }

  return (ms) => {
    const mine = last.then(() => advance(ms));
    last = mine.catch(() => undefined);
    return mine;
  };
}

function earliest(one: Moment | undefined, other: Moment | undefined): Moment | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
