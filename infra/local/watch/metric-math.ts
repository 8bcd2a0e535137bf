/** The small part of CloudWatch's metric math that alarms here use: + − × ÷, parentheses, numbers, ids and FILL(id, number). Pure. */

/** Gives the value of an expression; undefined stands for missing data. */
export type MetricMath = (given: (id: string) => number | undefined) => number | undefined;

const operations: Record<string, (one: number, other: number) => number> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
};

/** Compiles an expression. @throws for anything that is not known here. */
export function compileMath(expression: string): MetricMath {
  const tokens = expression.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|\S/g) ?? [];
  let position = 0;
  const peek = () => tokens[position];
  const take = () => tokens[position++];
  const expect = (token: string) => {
    if (take() !== token) throw new Error(`the metric math ${expression} is not known here`);
  };

  function chain(operators: string[], operand: () => MetricMath): MetricMath {
    let left = operand();
    for (let next = peek(); next !== undefined && operators.includes(next); next = peek()) {
      take();
      const [first, second, apply] = [left, operand(), operations[next]];
      left = (given) => {
        const [one, other] = [first(given), second(given)];
        return one === undefined || other === undefined ? undefined : apply?.(one, other);
      };
    }
    return left;
  }
  const sum = (): MetricMath => chain(['+', '-'], product);
  const product = (): MetricMath => chain(['*', '/'], term);

  function term(): MetricMath {
    const token = take() ?? '';
    if (token === '(') {
      const inner = sum();
      expect(')');
      return inner;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (token === 'FILL') return fill();
    if (!/^[a-z]\w*$/.test(token)) throw new Error(`the metric math ${expression} is not known here`);
    return (given) => given(token);
  }
  function fill(): MetricMath {
    expect('(');
    const inner = sum();
    expect(',');
    const filler = Number(take());
    expect(')');
    if (Number.isNaN(filler)) throw new Error(`the metric math ${expression} is not known here`);
    return (given) => inner(given) ?? filler;
  }

  const whole = sum();
  if (position < tokens.length) throw new Error(`the metric math ${expression} is not known here`);
  return whole;
}
