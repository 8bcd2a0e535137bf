import { describe, expect, it } from 'vitest';
import { scheduleRate } from '#infra/local/events/schedule-rate.ts';

describe('a schedule', () => {
  it.each([
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(2 hours)', 7_200_000],
    ['rate(1 day)', 86_400_000],
  ])('of %s runs every %i milliseconds', (expression, ms) => {
    expect(scheduleRate(expression, 'Rule')).toBe(ms);
  });

  it.each(['cron(0 6 * * ? *)', 'at(2027-01-01T00:00:00)', 'rate(0 minutes)', 'rate(1 week)'])(
    'of %s is refused by the name of its rule',
    (expression) => {
      expect(() => scheduleRate(expression, 'Rule')).toThrow(`Rule: the schedule ${expression} is not known here`);
    },
  );
});
