import { describe, expect, it } from 'vitest';
import { compileMath } from '#infra/local/watch/metric-math.ts';

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
