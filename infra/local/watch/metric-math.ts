/** The small part of CloudWatch's metric math that alarms here use: sums and differences of ids and FILL(id, number). Pure. */

export type MetricMath = {
  /** The metrics that the expression is made of. */
  ids: string[];
  /** Gives the value of the expression; undefined stands for missing data. */
  value(given: (id: string) => number | undefined): number | undefined;
};

type Term = { sign: 1 | -1; id: string; filler: number | undefined };

const id = '[a-z]\\w*';
const term = `(?:${id}|FILL\\(\\s*${id}\\s*,\\s*\\d+(?:\\.\\d+)?\\s*\\))`;
const known = new RegExp(`^\\s*${term}(?:\\s*[+-]\\s*${term})*\\s*$`);
const parts = new RegExp(`([+-]?)\\s*(?:FILL\\(\\s*(${id})\\s*,\\s*([\\d.]+)\\s*\\)|(${id}))`, 'g');

/** Compiles an expression. @throws for anything that is not known here. */
export function compileMath(expression: string): MetricMath {
  if (!known.test(expression)) throw new Error(`the metric math ${expression} is not known here`);
  const terms = [...expression.matchAll(parts)].map(
    ([, sign, filled, filler, plain]): Term => ({
      sign: sign === '-' ? -1 : 1,
      id: filled ?? plain ?? '',
      filler: filler === undefined ? undefined : Number(filler),
    }),
  );
  return {
    ids: terms.map((one) => one.id),
    value: (given) =>
      terms.reduce<number | undefined>((sum, one) => {
        const value = given(one.id) ?? one.filler;
        return sum === undefined || value === undefined ? undefined : sum + one.sign * value;
      }, 0),
  };
}
