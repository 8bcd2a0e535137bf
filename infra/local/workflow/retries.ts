/** The pauses between the attempts of a task, by the rules of its Retry field. Pure. */

export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number | undefined;
  MaxAttempts?: number | undefined;
  BackoffRate?: number | undefined;
  MaxDelaySeconds?: number | undefined;
  JitterStrategy?: 'NONE' | 'FULL' | undefined;
};

/** An error by the name that Retry and Catch match, as it comes out of a task. */
export type NamedError = { name: string; isTimeout: boolean };

const matches = (pattern: string, error: NamedError) =>
  pattern === error.name || pattern === 'States.ALL' || (pattern === 'States.TaskFailed' && !error.isTimeout);

/**
 * How long a failed task pauses before its next attempt, by the first retrier that matches; undefined when there is none.
 * `attempts` counts the retries of each retrier so far and is raised here.
 */
export function pauseBeforeRetry(retriers: Retrier[], attempts: number[], error: NamedError): number | undefined {
  const index = retriers.findIndex((one) => one.ErrorEquals.some((pattern) => matches(pattern, error)));
  const rule = retriers[index];
  if (!rule) return undefined;
  const made = attempts[index] ?? 0;
  if (made >= (rule.MaxAttempts ?? 3)) return undefined;
  attempts[index] = made + 1;
  const seconds = (rule.IntervalSeconds ?? 1) * (rule.BackoffRate ?? 2) ** made;
  const capped = Math.min(seconds, rule.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return capped * 1000 * (rule.JitterStrategy === 'FULL' ? Math.random() : 1);
}
