/** One topic's answer: a heading, a Markdown table, and what a reader must know to judge it. */
export interface Topic {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** What misses its bound, in words; empty when everything holds. */
  readonly misses: readonly string[];
}

/** How a topic is measured. */
export interface TopicOptions {
  /** A glance: fewer rounds. */
  readonly isQuick: boolean;
  /** Another checkout, to be measured in the same run. */
  readonly against?: string | undefined;
}

/** A topic as Markdown. */
export function toMarkdown({ heading, columns, rows, notes, misses }: Topic): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'));
  const verdict = misses.length === 0 ? [] : [`**Misses its bound:** ${misses.join('; ')}.`, ''];
  const table = [line(columns), line(rule), ...rows.map(line)];
  return [`### ${heading}`, '', ...table, '', ...verdict, ...notes.map((note) => `- ${note}`)].join('\n');
}

/** A figure beside its bound, with a mark when it is missed: `0.72 (≤ 0.80)`. */
export function against(bound: number, figure: number, digits: number): string {
  return `${figure.toFixed(digits)}${figure > bound ? ' ✗' : ''} (≤ ${bound.toFixed(digits)})`;
}
