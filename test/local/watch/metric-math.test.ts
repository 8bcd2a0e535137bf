import { describe, expect, it } from 'vitest';
import { compileMath } from '#infra/local/watch/metric-math.ts';

describe('metric math', () => {
  const values: Record<string, number> = { errors: 3, expected: 1 };

  it.each([
    ['errors - expected', 2],
    ['errors - FILL(missing, 0)', 3],
    ['FILL(missing, 4) + FILL(errors, 0) - expected', 6],
    ['errors - missing', undefined],
  ])('%s is %s', (expression, result) => {
    expect(compileMath(expression).value((id) => values[id])).toBe(result);
  });

  it('names the metrics it is made of', () => {
    expect(compileMath('errors - FILL(expected, 0)').ids).toEqual(['errors', 'expected']);
  });

  it.each([
    'RATE(errors)',
    'errors -',
    'IF(errors, 1, 0)',
    'errors expected',
    'errors * 2',
    'errors / expected',
    '(errors)',
    '100 - errors',
  ])('%s is refused', (expression) => {
    expect(() => compileMath(expression)).toThrow('not known here');
  });
});
