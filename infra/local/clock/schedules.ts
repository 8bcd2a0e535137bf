import type { Clock, Moment } from './clock.ts';

/** Something to do again and again. */
export type Recurring = { everyMs: number; run(): void };

/** The recurring schedules: at their own rate in real time, thinned out while the clock is moved. */
export type Schedules = {
  /** Runs every schedule once and keeps each at its rate from then on. */
  begin(): void;
  /** Stops them for a move of the clock, which then says when they run. */
  hold(): HeldSchedules;
};

export type HeldSchedules = {
  /** When the next schedule is due: at its own time, but six hours after its last run at the earliest. */
  nextDue(): Moment | undefined;
  /** Runs what is due by now. */
  runDue(): void;
  runAll(): void;
  release(): void;
};

const thinnestMs = 6 * 3_600_000;

export function recurringSchedules(recurring: Recurring[], clock: Clock): Schedules {
  type Schedule = Recurring & { lastRun: Moment };
  const schedules = recurring.map((one): Schedule => ({ ...one, lastRun: clock.now() }));
  const timers = new Map<Schedule, () => void>();

  function fire(schedule: Schedule): void {
    schedule.lastRun = clock.now();
    schedule.run();
  }
  function plan(schedule: Schedule): void {
    const cancel = clock.at(clock.now() + schedule.everyMs, () => {
      fire(schedule);
      plan(schedule);
    });
    timers.set(schedule, cancel);
  }
  const thinned = ({ everyMs, lastRun }: Schedule) => lastRun + Math.max(everyMs, thinnestMs);

  return {
    begin() {
      schedules.forEach(fire);
      schedules.forEach(plan);
    },
    hold() {
      for (const cancel of timers.values()) cancel();
      return {
        nextDue: () => (schedules.length === 0 ? undefined : Math.min(...schedules.map(thinned))),
        runDue: () => schedules.filter((schedule) => thinned(schedule) <= clock.now()).forEach(fire),
        runAll: () => schedules.forEach(fire),
        release: () => schedules.forEach(plan),
      };
    },
  };
}
