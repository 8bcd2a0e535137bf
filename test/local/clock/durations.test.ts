import { describe, expect, it } from 'vitest';
import { durationMs } from '#infra/local/clock/durations.ts';

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
