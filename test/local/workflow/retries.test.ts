import { describe, expect, it } from 'vitest';
import { matches, StateError, timedOut } from '#infra/local/workflow/errors.ts';
import { pauseBeforeRetry } from '#infra/local/workflow/retries.ts';

describe('the pause before a retry', () => {
  const rules = [
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 10 },
    { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 },
  ];
  const failed = (name: string) => new StateError(name, 'for the test');

  it('grows by the backoff rate up to the longest delay, as often as the rule says', () => {
    const attempts: number[] = [];
    const pauses = [1, 2, 3, 4].map(() => pauseBeforeRetry(rules, attempts, failed('Busy')));
    expect(pauses).toEqual([2000, 6000, 10_000, undefined]);
  });

  it('is that of the first rule that matches; States.TaskFailed matches any error but a timeout', () => {
    expect(pauseBeforeRetry(rules, [], failed('Other'))).toBe(1000);
    expect(pauseBeforeRetry(rules, [], timedOut())).toBeUndefined();
  });
});

describe('the errors that a Retry or a Catch names', () => {
  const catches = (wanted: string, name: string) => matches([wanted], new StateError(name, 'for the test'));

  it.each([
    ['Busy', 'Busy', true],
    ['Busy', 'Other', false],
    ['States.TaskFailed', 'Busy', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.ALL', 'Busy', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.Runtime', 'States.Runtime', false],
  ])('%s catches %s: %s', (wanted, name, isCaught) => {
    expect(catches(wanted, name)).toBe(isCaught);
  });
});
