import { describe, expect, it } from 'vitest';
import { durationMs } from '#infra/local/durations.ts';
import { compilePattern } from '#infra/local/event-patterns.ts';
import { compileMath } from '#infra/local/metric-math.ts';
import { embeddedMetrics } from '#infra/local/metrics.ts';
import { compileSchedule } from '#infra/local/schedule-times.ts';

describe('a duration', () => {
  it.each([
    ['P3D', 259_200_000],
    ['P1W', 604_800_000],
    ['PT6H', 21_600_000],
    ['P1DT2H3M4.5S', 93_784_500],
    ['P', undefined],
    ['PT', undefined],
    ['P1Y', undefined],
    ['3 days', undefined],
    ['-P1D', undefined],
  ])('%s is %s milliseconds', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});

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

describe('an event pattern', () => {
  const event = { source: 'aws.states', detail: { status: 'FAILED', tags: ['a', 'b'] } };

  it.each([
    [{ source: ['aws.states'] }, true],
    [{ source: ['other', 'aws.states'], detail: { status: ['FAILED'] } }, true],
    [{ detail: { status: ['SUCCEEDED'] } }, false],
    [{ detail: { status: [{ prefix: 'FAI' }] } }, true],
    [{ detail: { status: [{ 'anything-but': ['FAILED'] }] } }, false],
    [{ detail: { missing: [{ exists: false }] } }, true],
    [{ detail: { tags: ['b'] } }, true],
    [{ missing: { deep: ['x'] } }, false],
  ])('%j fits: %s', (pattern, fits) => {
    expect(compilePattern(pattern, 'Rule')(event)).toBe(fits);
  });

  it('with a comparison that is not known is refused by its place', () => {
    expect(() => compilePattern({ detail: { n: [{ numeric: ['>', 1] }] } }, 'Rule')).toThrow('Rule.detail.n');
  });
});

describe('metric math', () => {
  const values: Record<string, number> = { errors: 3, expected: 1 };

  it.each([
    ['errors - expected', 2],
    ['errors - FILL(missing, 0)', 3],
    ['FILL(missing, 4) / 2 + errors * (1 + expected)', 8],
    ['errors - missing', undefined],
  ])('%s is %s', (expression, result) => {
    expect(compileMath(expression)((id) => values[id])).toBe(result);
  });

  it.each(['RATE(errors)', 'errors -', 'IF(errors, 1, 0)', 'errors expected'])('%s is refused', (expression) => {
    expect(() => compileMath(expression)).toThrow('not known here');
  });
});

describe('a log line', () => {
  it('in the embedded metric format carries figures for each set of dimensions', () => {
    const line = {
      _aws: {
        CloudWatchMetrics: [
          { Namespace: 'N', Dimensions: [['service'], []], Metrics: [{ Name: 'Parked', Unit: 'Count' }] },
        ],
      },
      service: 's',
      Parked: [1, 2],
    };
    expect(embeddedMetrics(JSON.stringify(line))).toEqual([
      { namespace: 'N', name: 'Parked', dimensions: { service: 's' }, value: 1 },
      { namespace: 'N', name: 'Parked', dimensions: { service: 's' }, value: 2 },
      { namespace: 'N', name: 'Parked', dimensions: {}, value: 1 },
      { namespace: 'N', name: 'Parked', dimensions: {}, value: 2 },
    ]);
  });

  it.each(['hello', '{"a":1}', '{"_aws":1}'])('without figures carries none: %s', (line) => {
    expect(embeddedMetrics(line)).toEqual([]);
  });
});
