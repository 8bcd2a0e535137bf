import { describe, expect, it } from 'vitest';
import { pauseBeforeRetry } from '#infra/local/workflow/retries.ts';

describe('the pause before a retry', () => {
  const rules = [
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 10 },
    { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 },
  ];
  const failed = (name: string) => ({ name, isTimeout: name === 'States.Timeout' });

  it('grows by the backoff rate up to the longest delay, as often as the rule says', () => {
    const attempts: number[] = [];
    const pauses = [1, 2, 3, 4].map(() => pauseBeforeRetry(rules, attempts, failed('Busy')));
    expect(pauses).toEqual([2000, 6000, 10_000, undefined]);
  });

  it('is that of the first rule that matches; States.TaskFailed matches any error but a timeout', () => {
    expect(pauseBeforeRetry(rules, [], failed('Other'))).toBe(1000);
    expect(pauseBeforeRetry(rules, [], failed('States.Timeout'))).toBeUndefined();
  });
});
