import * as z from 'zod/mini';
import type { Clock, Moment } from '../clock/clock.ts';

export type Dimensions = Record<string, string>;

/** One of the figures CloudWatch gets: a value of a metric, with its dimensions. */
export type Datum = { namespace: string; name: string; dimensions: Dimensions; value: number };

export type Metrics = {
  record(datum: Datum): void;
  /** Takes a line of a function's log; a line in the embedded metric format carries figures. */
  recordFromLog(line: string): void;
  /** The values of one metric from `from` until before `to`. */
  values(metric: Omit<Datum, 'value'>, from: Moment, to: Moment): number[];
  /** The sum of all values of each metric so far, by `namespace name {dimensions}`. */
  totals(): Record<string, number>;
  onRecord(listen: (datum: Datum) => void): void;
};

const embedded = z.looseObject({
  _aws: z.looseObject({
    CloudWatchMetrics: z.array(
      z.looseObject({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.looseObject({ Name: z.string() })),
      }),
    ),
  }),
});

const keptPerMetric = 5_000;

const keyOf = ({ namespace, name, dimensions }: Omit<Datum, 'value'>) =>
  `${namespace} ${name} ${JSON.stringify(Object.entries(dimensions).toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;

/** Counts what functions and services report, as far back as alarms look. */
export function countMetrics(clock: Clock): Metrics {
  const series = new Map<string, { at: Moment; value: number }[]>();
  const totals: Record<string, number> = {};
  const listeners: ((datum: Datum) => void)[] = [];

  function record(datum: Datum): void {
    const key = keyOf(datum);
    const values = series.get(key) ?? [];
    series.set(key, values);
    values.push({ at: clock.now(), value: datum.value });
    if (values.length > keptPerMetric) values.shift();
    totals[key] = (totals[key] ?? 0) + datum.value;
    for (const listen of listeners) listen(datum);
  }
  return {
    record,
    recordFromLog(line) {
      if (!line.includes('"_aws"')) return;
      for (const datum of embeddedMetrics(line)) record(datum);
    },
    values: (metric, from, to) =>
      (series.get(keyOf(metric)) ?? []).filter(({ at }) => at >= from && at < to).map(({ value }) => value),
    totals: () => ({ ...totals }),
    onRecord: (listen) => listeners.push(listen),
  };
}

/** Reads a log line in CloudWatch's embedded metric format. Pure. */
export function embeddedMetrics(line: string): Datum[] {
  const parsed = embedded.safeParse(parseJson(line));
  if (!parsed.success) return [];
  const values: Record<string, unknown> = parsed.data;
  return parsed.data._aws.CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((keys) =>
      Metrics.flatMap(({ Name: name }) => {
        const dimensions = Object.fromEntries(keys.map((key) => [key, String(values[key])]));
        const numbers = [values[name]].flat().filter((value) => typeof value === 'number');
        return numbers.map((value) => ({ namespace, name, dimensions, value }));
      }),
    ),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
