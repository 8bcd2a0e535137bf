import * as z from 'zod/mini';
import { aboutService, compilePolicies, resourcePolicyDocument } from '../aws/policy.ts';
import type { Clock, Moment } from '../clock/clock.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Deployment } from '../template/deployment.ts';
import { nameOf } from '../template/identities.ts';
import { compileMath, type MetricMath } from './metric-math.ts';
import type { Metrics } from './metrics.ts';

const dimensionsShape = z.optional(z.array(z.strictObject({ Name: z.string(), Value: z.string() })));
const metricShape = z.strictObject({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensionsShape });
const mathPartShape = z.strictObject({
  Id: z.string(),
  Expression: z.optional(z.string()),
  MetricStat: z.optional(z.strictObject({ Metric: metricShape, Period: z.number(), Stat: z.string() })),
  ReturnData: z.optional(z.boolean()),
  Label: z.optional(z.string()),
});
const alarmShape = z.strictObject({
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
  // `ignore` keeps the state until something is heard. One that goes off when nothing is heard is not watched here.
  TreatMissingData: z.optional(z.enum(['notBreaching', 'missing', 'ignore'])),
  Namespace: z.optional(z.string()),
  MetricName: z.optional(z.string()),
  Dimensions: dimensionsShape,
  Statistic: z.optional(z.string()),
  Period: z.optional(z.number()),
  Metrics: z.optional(z.array(mathPartShape)),
});
type WatchedMetric = z.infer<typeof metricShape>;
type MathPart = z.infer<typeof mathPartShape>;
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
const countedMetrics = ['AWS/Lambda Errors', 'AWS/ApiGateway 5xx', 'AWS/SQS ApproximateNumberOfMessagesVisible'];

/** Gives a metric's value between two moments; undefined stands for missing data. */
type Reading = (from: Moment, to: Moment) => number | undefined;

type Watched = {
  periodMs: number;
  value: Reading;
  /** The metrics it is made of, as `namespace name`. */
  metrics: string[];
};

/**
 * Watches the alarms of the template: one that goes off mails its description to the topic's subscribers.
 * @throws for an alarm that could not go off here, by its logical id.
 */
export function watchAlarms(deployment: Deployment, metrics: Metrics, clock: Clock, mailbox: Mailbox): Alarm[] {
  const receivers = subscribersOf(deployment);
  const isClosed = closedTopics(deployment);
  return deployment.all('AWS::CloudWatch::Alarm', alarmShape).map(({ id, type, properties }) => {
    const name = nameOf(id, { Type: type, Properties: properties });
    const where = `${id} (${type})`;
    const watched = watchedBy(properties, metrics, where);
    const closed = (properties.AlarmActions ?? []).find(isClosed);
    if (closed !== undefined) throw new Error(`${where}: the policy of ${closed} does not let alarms publish there`);
    let alarmedUntil = Number.NEGATIVE_INFINITY;

    function evaluate(): void {
      const { periodMs } = watched;
      const period = Math.floor(clock.now() / periodMs);
      const keeps = properties.TreatMissingData === 'ignore';
      if (!breaches(properties, watched, period)) {
        if (keeps) alarmedUntil = Number.NEGATIVE_INFINITY;
        return;
      }
      const goesOff = clock.now() >= alarmedUntil;
      alarmedUntil = keeps ? Number.POSITIVE_INFINITY : (period + properties.EvaluationPeriods) * periodMs;
      if (goesOff) notify();
    }
    function notify(): void {
      const to = (properties.AlarmActions ?? []).flatMap((topic) => receivers.get(topic) ?? []);
      if (to.length === 0) return;
      mailbox.deliver({
        to,
        from: 'no-reply@sns.local',
        replyTo: [],
        subject: `ALARM: "${name}" in ${deployment.location.region}`,
        text: properties.AlarmDescription ?? '',
        html: '',
        headers: {},
      });
    }
    metrics.onRecord((datum) => {
      if (watched.metrics.includes(`${datum.namespace} ${datum.name}`)) evaluate();
    });
    return { name, state: () => (clock.now() < alarmedUntil ? 'ALARM' : 'OK') };
  });
}

/** Whether enough of the periods up to this one are beyond the threshold. */
function breaches(properties: AlarmProperties, { periodMs, value }: Watched, period: number): boolean {
  const { ComparisonOperator, Threshold, EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods } = properties;
  const values = Array.from({ length: EvaluationPeriods }, (_, back) =>
    value((period - back) * periodMs, (period - back + 1) * periodMs),
  );
  const beyond = values.filter((one) => one !== undefined && comparisons[ComparisonOperator](one, Threshold));
  return beyond.length >= DatapointsToAlarm;
}

function watchedBy(properties: AlarmProperties, metrics: Metrics, where: string): Watched {
  const { Namespace, MetricName, Dimensions, Statistic, Period } = properties;
  if (properties.Metrics) return watchedByMath(properties.Metrics, metrics, where);
  if (Namespace === undefined || MetricName === undefined || Statistic === undefined || Period === undefined)
    throw new Error(`${where}: what it watches is not known here`);
  const metric = { Namespace, MetricName, Dimensions };
  return {
    periodMs: Period * 1000,
    value: readingOf(metric, Statistic, metrics, where),
    metrics: [fullName(metric)],
  };
}

/** An alarm on metric math: one expression over metrics of the same period. */
function watchedByMath(parts: MathPart[], metrics: Metrics, where: string): Watched {
  const [result, another] = parts.filter((part) => part.Expression !== undefined);
  const measured = new Map(parts.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, MetricStat] as const] : [])));
  const [period, otherPeriod] = new Set([...measured.values()].map(({ Period }) => Period));
  if (result?.Expression === undefined || another || period === undefined || otherPeriod !== undefined)
    throw new Error(`${where}: its metric math is not one expression over metrics of one period`);
  const math = mathOf(result.Expression, where);
  const unmeasured = math.ids.find((id) => !measured.has(id));
  if (unmeasured !== undefined) throw new Error(`${where}: its metric math uses ${unmeasured}, which is no metric`);
  const readings = new Map(
    [...measured].map(([id, { Metric, Stat }]) => [id, readingOf(Metric, Stat, metrics, where)] as const),
  );
  return {
    periodMs: period * 1000,
    value: (from, to) => math.value((id) => readings.get(id)?.(from, to)),
    metrics: [...measured.values()].map(({ Metric }) => fullName(Metric)),
  };
}

const fullName = ({ Namespace, MetricName }: WatchedMetric) => `${Namespace} ${MetricName}`;

function readingOf(metric: WatchedMetric, statistic: string, metrics: Metrics, where: string): Reading {
  const compute = statistics[statistic];
  if (!compute) throw new Error(`${where}: the statistic ${statistic} is not known here`);
  if (metric.Namespace.startsWith('AWS/') && !countedMetrics.includes(fullName(metric)))
    throw new Error(`${where}: the metric ${fullName(metric)} is not known here`);
  const dimensions = Object.fromEntries((metric.Dimensions ?? []).map(({ Name, Value }) => [Name, Value]));
  return (from, to) => {
    const values = metrics.values({ namespace: metric.Namespace, name: metric.MetricName, dimensions }, from, to);
    return values.length === 0 ? undefined : compute(values);
  };
}

function mathOf(expression: string, where: string): MetricMath {
  try {
    return compileMath(expression);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The topics whose policy, which replaces the default one, does not let the alarms of this account publish. */
function closedTopics(deployment: Deployment): (topicArn: string) => boolean {
  const { account } = deployment.location;
  const shape = z.strictObject({ PolicyDocument: resourcePolicyDocument, Topics: z.array(z.string()) });
  const closed = deployment.all('AWS::SNS::TopicPolicy', shape).flatMap(({ id, properties }) => {
    const decide = compilePolicies([aboutService(properties.PolicyDocument, 'cloudwatch.amazonaws.com')], id);
    const context = { 'aws:SourceAccount': [account], 'aws:SecureTransport': ['true'] };
    return properties.Topics.filter((topic) => decide('sns:Publish', topic, context) !== 'allowed');
  });
  return (topicArn) => closed.includes(topicArn);
}

function subscribersOf(deployment: Deployment): Map<string, string[]> {
  const shape = z.strictObject({ Protocol: z.literal('email'), TopicArn: z.string(), Endpoint: z.string() });
  const receivers = new Map<string, string[]>();
  for (const { properties } of deployment.all('AWS::SNS::Subscription', shape)) {
    receivers.set(properties.TopicArn, [...(receivers.get(properties.TopicArn) ?? []), properties.Endpoint]);
  }
  return receivers;
}
