import type { Clock } from '#infra/local/clock/clock.ts';

export type StillClock = Pick<Clock, 'now' | 'iso' | 'at' | 'nextDue' | 'moveTo'>;

/** A clock that stands still until it is moved, and then wakes what is due by that time, in order. */
export function stillClock(start: Date): StillClock {
  let time = start.getTime();
  let timers: { readonly due: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    iso: () => new Date(time).toISOString(),
    at(due, wake) {
      const timer = { due, wake };
      timers = [...timers, timer].sort((a, b) => a.due - b.due);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    nextDue: () => timers[0]?.due,
    moveTo(moment) {
      time = Math.max(time, moment);
      for (let next = timers[0]; next !== undefined && next.due <= time; next = timers[0]) {
        timers.shift();
        next.wake();
      }
    },
  };
}
