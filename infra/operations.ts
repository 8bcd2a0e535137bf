import { Duration, Validations } from 'aws-cdk-lib';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Access, ServiceFunction } from './service-function.ts';

/** What runs by itself: schedules and events, and a queue of those that could not be handled. */
export class Operations extends Construct {
  /** Events that no try could handle. */
  readonly deadLetters: Queue;
  readonly #bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#bus = new EventBus(this, 'Bus', { description: 'What became public, for other systems' });
    this.deadLetters = new Queue(this, 'DeadLetters', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue itself; an alarm goes off when anything lies in it.',
    });
  }

  /** For `EVENT_BUS`: to tell other systems what has been published. */
  toAnnounce(): Access {
    const { eventBusArn, eventBusName } = this.#bus;
    return { value: eventBusName, allows: [{ actions: ['events:PutEvents'], resources: [eventBusArn] }] };
  }

  /** Runs a function again and again. */
  runEvery(interval: Duration, runs: ServiceFunction): void {
    this.#keepsFailures(runs);
    new Rule(this, `${runs.node.id}ByTheClock`, {
      schedule: Schedule.rate(interval),
      targets: [new LambdaFunction(runs, { deadLetterQueue: this.deadLetters })],
    });
  }

  /** Tells a function of every execution of a workflow that has ended, however it did. */
  onEndOf(workflow: StateMachine, hears: ServiceFunction): void {
    this.#keepsFailures(hears);
    new Rule(this, `${hears.node.id}OnEnd`, {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [workflow.stateMachineArn],
          status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      targets: [new LambdaFunction(hears, { deadLetterQueue: this.deadLetters })],
    });
  }

  /** What fails even when tried again is kept for an operator. */
  #keepsFailures(called: ServiceFunction): void {
    if (called.node.tryFindChild('EventInvokeConfig') !== undefined) return;
    called.configureAsyncInvoke({ onFailure: new SqsDestination(this.deadLetters), retryAttempts: 2 });
  }
}
