/** A moment in milliseconds since 1970, on the simulated clock. */
export type Moment = number;

type Timer = { due: Moment; wake: () => void };

/** The one clock of the local world. It runs at the real rate and can be moved forward. */
export type Clock = {
  now(): Moment;
  iso(): string;
  /** Milliseconds ahead of the real time, in memory that the workers share, so that a running worker follows. */
  shared: SharedArrayBuffer;
  offset(): number;
  /** Calls `wake` once, at `due` or as soon after as possible. Returns a way to cancel it. */
  at(due: Moment, wake: () => void): () => void;
  nextDue(): Moment | undefined;
  /** Moves to a later moment (never back) and wakes what is due by then. */
  moveTo(moment: Moment): void;
  /** Nothing wakes any more. */
  stop(): void;
};

// setTimeout fires at once when asked for more than 2^31-1 ms, about 24.8 days.
const longestTimeout = 2 ** 31 - 1;

/** Starts a clock that is `offset` milliseconds ahead of the real time; `moved` learns of each move before anything wakes. */
export function startClock(offset: number, moved: (offset: number) => void = () => undefined): Clock {
  const shared = new SharedArrayBuffer(8);
  const ahead = new Float64Array(shared);
  ahead[0] = offset;
  let timers: Timer[] = [];
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  const now = () => Date.now() + (ahead[0] ?? 0);

  function arm(): void {
    clearTimeout(alarm);
    const [next] = timers;
    if (!next || stopped) return;
    alarm = setTimeout(wakeDue, Math.min(Math.max(next.due - now(), 0), longestTimeout));
  }

  function wakeDue(): void {
    while (timers[0] && timers[0].due <= now()) timers.shift()?.wake();
    arm();
  }

  return {
    now,
    iso: () => new Date(now()).toISOString(),
    shared,
    offset: () => ahead[0] ?? 0,
    at(due, wake) {
      if (stopped) return () => undefined;
      const timer = { due, wake };
      const index = timers.findIndex((other) => other.due > due);
      timers.splice(index === -1 ? timers.length : index, 0, timer);
      if (timers[0] === timer) arm();
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    nextDue: () => timers[0]?.due,
    moveTo(moment) {
      const further = Math.max(moment - now(), 0);
      if (further > 0) {
        ahead[0] = (ahead[0] ?? 0) + further;
        moved(ahead[0]);
      }
      wakeDue();
    },
    stop() {
      stopped = true;
      timers = [];
      clearTimeout(alarm);
    },
  };
}
