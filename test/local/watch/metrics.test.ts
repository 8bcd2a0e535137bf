import { describe, expect, it } from 'vitest';
import { embeddedMetrics } from '#infra/local/watch/metrics.ts';

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
