import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { whenDue } from '#shared/case/question.ts';
import { nameOf } from './functions.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageSettings } from './stages.ts';

const period = Duration.minutes(5);

/** The metrics that functions report themselves (shared/aws/metrics.ts), told apart by the function's name. */
type OwnMetric =
  | 'CasesParked'
  | 'ExpectedEndings'
  | 'MailsHeldUp'
  | 'OldestDueMinutes'
  | 'OldestErasureHours'
  | 'OldestWaitingHours';

const hour = 3_600_000;
/** An operator hears of a case that nobody has answered a day after the lead institution was asked. */
const longestWaitHours = whenDue('review', 'ask-lead') / hour + 24;

/**
 * What an operator hears of, and sees. Each alarm says what people notice and links to the heading of infra/RUNBOOK.md that
 * says what to do; a test compares the alarms with the headings.
 */
export class Watch extends Construct {
  readonly #receiver: SnsAction;
  readonly #runbook: string;
  readonly #alarms: cloudwatch.Alarm[] = [];

  constructor(scope: Construct, id: string, { operatorEmail, runbook }: StageSettings) {
    super(scope, id);
    this.#runbook = runbook;
    const operator = new Topic(this, 'Operator', { enforceSSL: true });
    // Enforcing TLS gives the topic a policy, and that replaces the default one, by which alarms of the account may publish.
    operator.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [operator.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    operator.addSubscription(new EmailSubscription(operatorEmail));
    this.#receiver = new SnsAction(operator);
  }

  /** Cases that no workflow carries on until an operator acts. Each of these functions may park one. */
  parkedCases(...parking: ServiceFunction[]): void {
    this.#alarm('A case is parked', {
      metric: sumOf(parking.map((one) => ownMetric('CasesParked', one, 'Sum'))),
      threshold: 1,
      notice:
        'Nobody carries on with a submission: moderators stayed silent or cannot be reached, or its workflow failed.',
    });
  }

  /** Mails that are deferred and tried again every quarter of an hour; the alarm stays as long as one does not leave. */
  mailsHeldUp(delivering: ServiceFunction): void {
    this.#alarm('Mail does not leave', {
      metric: ownMetric('MailsHeldUp', delivering, 'Sum'),
      threshold: 1,
      within: Duration.minutes(20),
      notice: 'Submitters and moderators wait for mails that cannot be sent.',
    });
  }

  /** Cases that wait for a moderator or an operator. */
  oldestWaiting(measuring: ServiceFunction): void {
    this.#alarm('A case waits too long', {
      metric: ownMetric('OldestWaitingHours', measuring, 'Maximum'),
      threshold: longestWaitHours,
      // Longer than any pause in measuring, so that one wait rings once.
      within: Duration.hours(12),
      notice: 'A submitter still waits a day after the lead institution was asked.',
    });
  }

  /** Runs that do not get through what is due, so that the oldest of it becomes older and older. */
  lateRuns({ reconcile, remind }: { reconcile: ServiceFunction; remind: ServiceFunction }): void {
    this.#alarm('Interrupted cases are carried on late', {
      metric: ownMetric('OldestDueMinutes', reconcile, 'Maximum'),
      threshold: 10,
      notice: 'More was interrupted than can be carried on: people wait for mails and decisions have no effect yet.',
    });
    this.#alarm('Reminders are late', {
      metric: ownMetric('OldestDueMinutes', remind, 'Maximum'),
      threshold: 60,
      notice: 'More reminders are due than can be sent: submitters and moderators hear late that they are waited for.',
    });
  }

  /** Cases that people asked to have erased, or that have been kept long enough, and that are still there. */
  overdueErasures(erasing: ServiceFunction): void {
    this.#alarm('An erasure is overdue', {
      metric: ownMetric('OldestErasureHours', erasing, 'Maximum'),
      threshold: 1,
      notice: 'Personal data is kept for longer than people were promised.',
    });
  }

  /**
   * Functions that throw. Errors that a waiting task throws to end its wait are expected and are subtracted. What Lambda
   * tries again by itself a minute later has failed when that fails, too.
   */
  failuresOf(functions: readonly ServiceFunction[], { endingByError, triedAgain }: KindsOfFailure): void {
    for (const watched of functions) {
      const errors = watched.metricErrors({ period, statistic: 'Sum' });
      const expected = ownMetric('ExpectedEndings', watched, 'Sum');
      this.#alarm('A function fails', {
        of: watched,
        metric: endingByError.includes(watched) ? difference(errors, expected) : errors,
        threshold: triedAgain.includes(watched) ? 2 : 1,
        notice: watched.failure,
      });
    }
  }

  /** Exceptions behind the API are caught and answered with a 5xx, so they are seen only here. */
  failuresOfApi(api: HttpApi): void {
    this.#alarm('The API answers with errors', {
      metric: api.metricServerError({ period, statistic: 'Sum' }),
      threshold: 1,
      notice: 'People who use the forms, the links in their mails or the catalogue are told that something went wrong.',
    });
  }

  /** Events that could not be handled. */
  deadLetters(queue: Queue): void {
    this.#alarm('An event could not be handled', {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      threshold: 1,
      notice: 'Reminders or the recovery of interrupted cases are late.',
    });
  }

  /** One page that answers: does it work, and does anybody wait? */
  dashboard({ api, workflow }: { api: HttpApi; workflow: StateMachine }): void {
    const row = (title: string, ...left: cloudwatch.IMetric[]) =>
      new cloudwatch.GraphWidget({ title, left, width: 12 });
    const mail = (metricName: string) => new cloudwatch.Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum' });
    new cloudwatch.Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(7),
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms: this.#alarms, width: 24 })],
        [
          row('Requests', api.metricCount(), api.metricClientError(), api.metricServerError()),
          row('Time to answer (ms)', api.metricLatency({ statistic: 'p50' }), api.metricLatency({ statistic: 'p99' })),
        ],
        [
          row('Workflow', workflow.metricStarted(), workflow.metricSucceeded(), workflow.metricFailed()),
          row('Mail', mail('Send'), mail('Bounce'), mail('Complaint')),
        ],
      ],
    });
  }

  #alarm(title: string, { of, metric, threshold, notice, within = period }: AlarmOptions): void {
    const watched = of === undefined ? '' : `: ${nameOf(of.path)}`;
    const alarm = new cloudwatch.Alarm(this, `${title}${watched}`, {
      alarmName: `${Stack.of(this).stackName}: ${title}${watched}`,
      alarmDescription: `${notice} What to do: ${this.#runbook}#${anchorOf(title)}`,
      metric,
      threshold,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: within.toMinutes() / period.toMinutes(),
      datapointsToAlarm: 1,
      // What counts nothing is not written: it would be paid for.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.#receiver);
    this.#alarms.push(alarm);
  }
}

interface KindsOfFailure {
  readonly endingByError: readonly ServiceFunction[];
  readonly triedAgain: readonly ServiceFunction[];
}

interface AlarmOptions {
  /** The function that the alarm is about, when there is one for each. */
  readonly of?: ServiceFunction;
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
  /** What people notice. */
  readonly notice: string;
  /** How far back the alarm looks, where that is more than one period. */
  readonly within?: Duration;
}

/** The anchor that GitHub makes of the heading `### Alarm: <title>`. */
function anchorOf(title: string): string {
  return `alarm-${title.toLowerCase().replaceAll(' ', '-')}`;
}

function ownMetric(metricName: OwnMetric, { functionName }: ServiceFunction, statistic: string): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: 'ClearingCentre',
    metricName,
    dimensionsMap: { service: functionName },
    statistic,
    period,
  });
}

function sumOf(metrics: readonly cloudwatch.Metric[]): cloudwatch.MathExpression {
  const named = metrics.map((metric, index) => [`m${index}`, metric] as const);
  const expression = named.map(([id]) => `FILL(${id}, 0)`).join(' + ');
  return new cloudwatch.MathExpression({ expression, usingMetrics: Object.fromEntries(named), period });
}

function difference(all: cloudwatch.Metric, expected: cloudwatch.Metric): cloudwatch.MathExpression {
  const usingMetrics = { errors: all, expected };
  return new cloudwatch.MathExpression({ expression: 'errors - FILL(expected, 0)', usingMetrics, period });
}
