import * as z from 'zod/mini';
import type { Clock, Moment } from '../clock/clock.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Deployment } from '../template/deployment.ts';
import { nameOf } from '../template/identities.ts';
import { compileMath, type MetricMath } from './metric-math.ts';
import type { Dimensions, Metrics } from './metrics.ts';

const dimensionsShape = z.optional(z.array(z.object({ Name: z.string(), Value: z.string() })));
const metricShape = z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensionsShape });
const alarmShape = z.looseObject({
  AlarmName: z.optional(z.string()),
  AlarmDescription: z.optional(z.string()),
  AlarmActions: z.optional(z.array(z.string())),
  ComparisonOperator: z.enum([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  Threshold: z.number(),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.optional(z.number()),
  TreatMissingData: z.optional(z.string()),
  Namespace: z.optional(z.string()),
  MetricName: z.optional(z.string()),
  Dimensions: dimensionsShape,
  Statistic: z.optional(z.string()),
  Period: z.optional(z.number()),
  Metrics: z.optional(
    z.array(
      z.looseObject({
        Id: z.string(),
        Expression: z.optional(z.string()),
        MetricStat: z.optional(z.looseObject({ Metric: metricShape, Period: z.number(), Stat: z.string() })),
        ReturnData: z.optional(z.boolean()),
      }),
    ),
  ),
});
type AlarmProperties = z.infer<typeof alarmShape>;

export type Alarm = { name: string; state(): 'OK' | 'ALARM' };

const statistics: Record<string, (values: number[]) => number> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Maximum: (values) => Math.max(...values),
  Minimum: (values) => Math.min(...values),
  Average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  SampleCount: (values) => values.length,
};
const comparisons: Record<AlarmProperties['ComparisonOperator'], (value: number, threshold: number) => boolean> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** The metrics of AWS itself that the local world counts; what functions report themselves is counted anyway. */
const countedMetrics = [
  'AWS/Lambda Errors',
  'AWS/States ExecutionsFailed',
  'AWS/States ExecutionsTimedOut',
  'AWS/States ExecutionsAborted',
  'AWS/SQS ApproximateNumberOfMessagesVisible',
];

type Watched = {
  periodMs: number;
  value: (from: Moment, to: Moment) => number | undefined;
  /** The metrics it is made of, as `namespace name`, and those of them that nobody counts here. */
  metrics: Set<string>;
  uncounted: string[];
};

/** Watches the alarms of the template: one that goes off mails its description to the topic's subscribers. */
export function watchAlarms(deployment: Deployment, metrics: Metrics, clock: Clock, mailbox: Mailbox): Alarm[] {
  const receivers = subscribersOf(deployment);
  return deployment.all('AWS::CloudWatch::Alarm', alarmShape).flatMap(({ id, type, properties }) => {
    const name = nameOf(id, { Type: type, Properties: properties });
    const watched = watchedBy(properties, metrics, `${id} (${type})`);
    const why =
      watched.uncounted.length > 0
        ? `the local world does not count ${watched.uncounted.join(', ')}`
        : properties.TreatMissingData === 'breaching'
          ? 'it goes off when nothing is heard, which the local world does not watch'
          : undefined;
    if (why !== undefined) {
      deployment.ignored.push({ id, type, why });
      return [];
    }
    let alarmedUntil = Number.NEGATIVE_INFINITY;
    const { periodMs } = watched;
    const breaches = (period: number) => {
      const value = watched.value(period * periodMs, (period + 1) * periodMs);
      return value !== undefined && comparisons[properties.ComparisonOperator](value, properties.Threshold);
    };
    function evaluate(): void {
      const period = Math.floor(clock.now() / periodMs);
      const periods = Array.from({ length: properties.EvaluationPeriods }, (_, back) => period - back);
      if (periods.filter(breaches).length < (properties.DatapointsToAlarm ?? properties.EvaluationPeriods)) return;
      const goesOff = clock.now() >= alarmedUntil;
      alarmedUntil = (period + properties.EvaluationPeriods) * periodMs;
      if (goesOff) notify();
    }
    function notify(): void {
      const to = (properties.AlarmActions ?? []).flatMap((topic) => receivers.get(topic) ?? []);
      if (to.length === 0) return;
      mailbox.deliver({
        to,
        from: 'no-reply@sns.local',
        replyTo: [],
        subject: `ALARM: "${name}" in ${deployment.place.region}`,
        text: properties.AlarmDescription ?? '',
        html: '',
        headers: {},
      });
    }
    metrics.onRecord((datum) => {
      if (watched.metrics.has(`${datum.namespace} ${datum.name}`)) evaluate();
    });
    return [{ name, state: () => (clock.now() < alarmedUntil ? 'ALARM' : 'OK') }];
  });
}

function watchedBy(properties: AlarmProperties, metrics: Metrics, where: string): Watched {
  const uncounted: string[] = [];
  const names = new Set<string>();
  const read = (metric: z.infer<typeof metricShape>, statistic: string) => {
    const compute = statistics[statistic];
    if (!compute) throw new Error(`${where}: the statistic ${statistic} is not known here`);
    const full = `${metric.Namespace} ${metric.MetricName}`;
    names.add(full);
    if (metric.Namespace.startsWith('AWS/') && !countedMetrics.includes(full)) uncounted.push(full);
    const dimensions: Dimensions = Object.fromEntries(
      (metric.Dimensions ?? []).map(({ Name, Value }) => [Name, Value]),
    );
    return (from: Moment, to: Moment) => {
      const values = metrics.values({ namespace: metric.Namespace, name: metric.MetricName, dimensions }, from, to);
      return values.length === 0 ? undefined : compute(values);
    };
  };

  if (!properties.Metrics) {
    const { Namespace = '', MetricName = '', Dimensions: own, Statistic = '', Period = 60 } = properties;
    const value = read({ Namespace, MetricName, ...(own && { Dimensions: own }) }, Statistic);
    return { periodMs: Period * 1000, value, metrics: names, uncounted };
  }
  const readers = new Map<string, (from: Moment, to: Moment) => number | undefined>();
  let periodMs = 60_000;
  let answer: MetricMath | undefined;
  for (const { Id, Expression, MetricStat, ReturnData } of properties.Metrics) {
    if (MetricStat) {
      periodMs = MetricStat.Period * 1000;
      readers.set(Id, read(MetricStat.Metric, MetricStat.Stat));
    }
    if (Expression !== undefined && ReturnData !== false) answer = mathOf(Expression, where);
    if (MetricStat && ReturnData) answer = (given) => given(Id);
  }
  if (!answer) throw new Error(`${where}: its metric math has no result that is known here`);
  const math = answer;
  return { periodMs, value: (from, to) => math((id) => readers.get(id)?.(from, to)), metrics: names, uncounted };
}

function mathOf(expression: string, where: string): MetricMath {
  try {
    return compileMath(expression);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : error}`);
  }
}

function subscribersOf(deployment: Deployment): Map<string, string[]> {
  const shape = z.looseObject({ Protocol: z.literal('email'), TopicArn: z.string(), Endpoint: z.string() });
  const receivers = new Map<string, string[]>();
  for (const { properties } of deployment.all('AWS::SNS::Subscription', shape)) {
    receivers.set(properties.TopicArn, [...(receivers.get(properties.TopicArn) ?? []), properties.Endpoint]);
  }
  return receivers;
}
