import * as z from 'zod/mini';
import { scheduleRate } from '#infra/local/events/schedule-rate.ts';
import type { World } from '#infra/local/world.ts';
import { resourcesOf, synthesizedTemplate } from '#test/infra/synthesized.ts';
import { serviceAt } from '#test/support/story.ts';
import { idleDollarsBound } from './bounds.ts';
import { inLocalWorld } from './local-world.ts';
import { dollarsOf, type Position } from './price.ts';
import { assumptions, prices, pricesAsOf } from './prices.ts';
import { against, type Topic } from './table.ts';

/** What happens by itself in an hour in which nobody uses the service. */
export interface IdleHour {
  readonly runs: number;
  /** Of DynamoDB; each finds nothing. */
  readonly queries: number;
  /** How many metrics functions wrote. */
  readonly ownMetrics: number;
}

const hour = 3_600_000;
const hoursInMonth = 730;
/** The least that AWS bills for a query; dynalite counts none. */
const unitsOfEmptyQuery = 0.5;

/** Lets every schedule run once in a world that is empty: the local world does not run them more often when its clock is moved. */
export async function countIdleHour(world: World): Promise<IdleHour> {
  await world.rest();
  const before = queriesIn(world);
  await serviceAt(world.origin, world.rest).advance(1);
  await world.rest();
  const after = queriesIn(world);
  const schedules = runsInHour();
  const written = Object.keys(world.counts().metrics).filter((metric) => metric.startsWith('ClearingCentre '));
  return {
    runs: schedules.reduce((sum, { runs }) => sum + runs, 0),
    queries: schedules.reduce((sum, { runs, id }) => sum + runs * ((after.get(id) ?? 0) - (before.get(id) ?? 0)), 0),
    ownMetrics: written.length,
  };
}

/** By the logical id of the function. */
function queriesIn(world: World): Map<string, number> {
  const requests = Object.entries(world.counts().requests);
  return new Map(requests.map(([id, actions]) => [id, actions['dynamodb:Query'] ?? 0]));
}

const template = () => synthesizedTemplate('prod');

const Rule = z.object({
  ScheduleExpression: z.optional(z.string()),
  Targets: z.array(z.object({ Arn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) })),
});

/** How often each function is run by its schedule. */
function runsInHour(): { id: string; runs: number }[] {
  return [...resourcesOf(template(), 'AWS::Events::Rule')].flatMap(([where, rule]) => {
    const { ScheduleExpression: rate, Targets } = Rule.parse(rule);
    if (rate === undefined) return [];
    return Targets.map(({ Arn }) => ({ id: Arn['Fn::GetAtt'][0], runs: hour / scheduleRate(rate, where) }));
  });
}

/** What a stage costs in a month of such hours. */
export function priceOfMonth({ runs, queries, ownMetrics }: IdleHour): Position[] {
  const { invocationSeconds, memoryGigabytes, idleLogKilobytes } = assumptions;
  const invocations = runs * hoursInMonth;
  const position = (what: string, count: number, price: number) => ({ what, count, dollars: count * price });
  const alarms = [...metricsByAlarm()].map(([title, count]) => position(`alarm: ${title}`, count, prices.alarmMetric));
  return [
    ...alarms,
    position('dashboards', resourcesOf(template(), 'AWS::CloudWatch::Dashboard').size, prices.dashboard),
    position('metrics of its own', ownMetrics, prices.ownMetric),
    position('Lambda invocations', invocations, prices.invocation),
    position('Lambda GB-seconds (assumed)', invocations * invocationSeconds * memoryGigabytes, prices.gigabyteSecond),
    position('DynamoDB read units', queries * hoursInMonth * unitsOfEmptyQuery, prices.readUnit),
    position('KB of logs (assumed)', invocations * idleLogKilobytes, prices.logGigabyte / 1_000_000),
  ];
}

/** How many metrics the alarms of a title read; those of the functions have the same. */
function metricsByAlarm(): Map<string, number> {
  const Alarm = z.object({
    AlarmName: z.string(),
    Metrics: z._default(z.array(z.looseObject({ MetricStat: z.optional(z.unknown()) })), [{ MetricStat: 'its own' }]),
  });
  const byTitle = new Map<string, number>();
  for (const alarm of resourcesOf(template(), 'AWS::CloudWatch::Alarm').values()) {
    const { AlarmName, Metrics } = Alarm.parse(alarm);
    const [, title = ''] = AlarmName.split(': ');
    const read = Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length;
    byTitle.set(title, (byTitle.get(title) ?? 0) + read);
  }
  return byTitle;
}

/** What a stage costs while nobody uses it. */
export async function idleCosts(): Promise<Topic> {
  const positions = priceOfMonth(await inLocalWorld(countIdleHour));
  const dollars = dollarsOf(positions);
  return {
    heading: 'An idle stage',
    columns: ['what', 'count', '$ a month'],
    rows: [
      ...positions.map(({ what, count, dollars: part }) => [what, count.toFixed(0), part.toFixed(2)]),
      ['**together**', '', `**${against(idleDollarsBound, dollars, 2)}**`],
    ],
    notes: [
      'Of an alarm, the metrics that it reads are counted; those for single functions stand in one line.',
      `List prices of ${pricesAsOf} without free allowances (\`test/bench/prices.ts\`). What is stored is paid beside this.`,
    ],
    misses: dollars > idleDollarsBound ? [`$${dollars.toFixed(2)} a month`] : [],
  };
}
