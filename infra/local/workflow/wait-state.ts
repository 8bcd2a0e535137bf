import type { Wait } from './definition-shapes.ts';
import { runtimeError } from './errors.ts';
import type { Step } from './interpreter.ts';
import { type Context, compilePath } from './paths.ts';

/** Compiles a state that waits. @throws for a path that is not known here. */
export function compileWait(wait: Wait): Step {
  const until = compileMoment(wait);
  return async (data, context, effects) => {
    await effects.waitUntil(until(data, context, effects.now()));
    return { next: wait.Next, data };
  };
}

function compileMoment(wait: Wait): (data: unknown, context: Context, now: number) => number {
  const { Timestamp, TimestampPath } = wait;
  if (Timestamp !== undefined) return () => Date.parse(Timestamp);
  if (TimestampPath === undefined) {
    const seconds = compileSeconds(wait.Seconds ?? 0, wait.SecondsPath, 0);
    return (data, context, now) => now + seconds(data, context) * 1000;
  }
  const read = compilePath(TimestampPath);
  return (data, context) => {
    const moment = Date.parse(String(read(data, context)));
    if (Number.isNaN(moment)) throw runtimeError(`${TimestampPath} leads to no timestamp`);
    return moment;
  };
}

/** Compiles a number of seconds that is written out, or found at a path if there is one. */
export function compileSeconds(
  seconds: number,
  path: string | undefined,
  least: number,
): (data: unknown, context: Context) => number {
  if (path === undefined) return () => seconds;
  const read = compilePath(path);
  return (data, context) => {
    const found = read(data, context);
    if (typeof found === 'number' && Number.isInteger(found) && found >= least) return found;
    throw runtimeError(`${path} leads to no whole number of seconds from ${least}`);
  };
}
