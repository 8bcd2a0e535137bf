import type { Retrier } from './definition-shapes.ts';
import { matches, type StateError } from './errors.ts';

/**
 * How many milliseconds a failed task pauses before its next attempt, by the first retrier that matches; undefined when
 * it is not tried again. `attempts` counts the retries of each retrier so far and is raised here.
 */
export function pauseBeforeRetry(retriers: Retrier[], attempts: number[], error: StateError): number | undefined {
  const index = retriers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, error));
  const rule = retriers[index];
  const made = attempts[index] ?? 0;
  if (!rule || made >= (rule.MaxAttempts ?? 3)) return undefined;
  attempts[index] = made + 1;
  const seconds = (rule.IntervalSeconds ?? 1) * (rule.BackoffRate ?? 2) ** made;
  const capped = Math.min(seconds, rule.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return capped * 1000 * (rule.JitterStrategy === 'FULL' ? Math.random() : 1);
}
