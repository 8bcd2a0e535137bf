import { describe, expect, it } from 'vitest';
import { compileSchedule } from '#infra/local/events/schedule-times.ts';

describe('a schedule', () => {
  const next = (expression: string, from: string) =>
    new Date(compileSchedule(expression, 'Rule')(Date.parse(from))).toISOString();

  it.each([
    ['rate(5 minutes)', '2027-01-01T00:01:00Z', '2027-01-01T00:06:00.000Z'],
    ['rate(1 day)', '2027-01-01T00:01:00Z', '2027-01-02T00:01:00.000Z'],
    ['cron(0 6 * * ? *)', '2027-01-01T06:00:00Z', '2027-01-02T06:00:00.000Z'],
    ['cron(0/15 * * * ? *)', '2027-01-01T06:07:30Z', '2027-01-01T06:15:00.000Z'],
    ['cron(30 4 ? * MON-FRI *)', '2027-01-01T12:00:00Z', '2027-01-04T04:30:00.000Z'],
    ['cron(0 0 1 JAN,JUL ? *)', '2027-01-01T00:00:00Z', '2027-07-01T00:00:00.000Z'],
  ])('%s after %s is next due at %s', (expression, from, due) => {
    expect(next(expression, from)).toBe(due);
  });

  it.each(['cron(0 6 L * ? *)', 'at(2027-01-01T00:00:00)', 'rate(0 minutes)', 'cron(61 * * * ? *)'])(
    '%s is refused by the name of its rule',
    (expression) => {
      expect(() => compileSchedule(expression, 'Rule')).toThrow('Rule');
    },
  );
});
