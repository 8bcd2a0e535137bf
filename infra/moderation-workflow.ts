import { Duration, Stack, Validations } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import type { Standing } from '#shared/case/standing.ts';
import { deliveredLog } from './delivered-log.ts';
import type { contracts, FunctionPath } from './functions.ts';
import type { Access, ServiceFunction } from './service-function.ts';
import type { ServiceFunctions } from './service-functions.ts';
import type { StageSettings } from './stages.ts';

/** How a question ends by an error that leads elsewhere: nothing failed, so nothing is tried again. */
const endedByName: sfn.RetryProps = { errors: ['Superseded', 'AlreadyAnswered'], maxAttempts: 0 };

/**
 * The account runs as many functions at once as it may, which is nobody's failure and passes, or is put right by an
 * operator. After 5, 10, 20, … seconds, at most ten minutes apart: about a day in all.
 */
const noCapacity: sfn.RetryProps = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxAttempts: 150,
  maxDelay: Duration.minutes(10),
};

/** Any failure, as every step is safe to repeat and most pass. Six times after 2, 4, 8, … seconds: about two minutes in all. */
const briefly = { interval: Duration.seconds(2), backoffRate: 2, maxAttempts: 6 };
/** `States.TaskFailed` does not match a timeout. Where many steps come at once, one may have to queue for so long. */
const briefFailure: sfn.RetryProps = { ...briefly, errors: ['States.TaskFailed', 'States.Timeout'] };
/** The timeout of a question is the end of its wait, which is no failure. */
const briefFailureToAsk: sfn.RetryProps = { ...briefly, errors: ['States.TaskFailed'] };

/** How long a task may take that asks nobody: twice what its function may. */
const taskTimeout = sfn.Timeout.duration(Duration.minutes(1));

type WhyParked = z.infer<(typeof contracts)['moderation/park-case']['input']>['why'];

/** The functions that are tasks of the workflow. */
export type TaskPath = Extract<FunctionPath, `moderation/${string}`>;

/** Those that ask a person and wait. */
export const askingTasks = [
  'moderation/ask-submitter',
  'moderation/ask-moderators',
  'moderation/ask-for-changes',
] as const satisfies readonly TaskPath[];

/**
 * How a case is driven: what is to be done next is asked of the table, done, and asked again, until the case is published,
 * rejected or lapsed, or a person must act. State lives in the table; an execution can start and end anywhere, and the
 * only data between its steps is the standing of the case.
 */
export class ModerationWorkflow extends Construct {
  readonly machine: sfn.StateMachine;
  readonly #tasks: ServiceFunctions<TaskPath>;

  constructor(scope: Construct, id: string, tasks: ServiceFunctions<TaskPath>, settings: StageSettings) {
    super(scope, id);
    this.#tasks = tasks;
    const log = deliveredLog(this, 'Log', 'states', settings);
    this.machine = new sfn.StateMachine(this, 'Machine', {
      comment: 'Drives one case from its receipt to its end',
      definitionBody: sfn.DefinitionBody.fromChainable(this.#definition()),
      // No data: inputs and outputs stay out of the log.
      logs: { destination: log, level: sfn.LogLevel.ERROR, includeExecutionData: false },
    });
    acknowledgeFindings(this.machine, tasks.all);
  }

  #definition(): sfn.IChainable {
    const takeUp = this.#task('Take up the case', 'moderation/take-up-case');
    const askSubmitter = this.#question('Ask the submitter to confirm', 'moderation/ask-submitter');
    const askModerators = this.#question('Ask the moderators', 'moderation/ask-moderators');
    const askForChanges = this.#question('Ask the submitter for changes', 'moderation/ask-for-changes');
    const publish = this.#task('Bring the catalogue up to date', 'moderation/update-catalogue');
    const tell = this.#task('Tell how it ended', 'moderation/tell-outcome');
    const lapse = this.#task('Let the case lapse', 'moderation/lapse-case');
    const parkSilent = this.#park('Park the case: moderators are silent', 'moderators-silent');
    const parkFailed = this.#park('Park the case: the workflow failed', 'workflow-failed');
    const rest = new sfn.Succeed(this, 'Rest');
    const failed = new sfn.Fail(this, 'The workflow failed', {
      error: 'ModerationFailed',
      cause: 'A step failed for good. The case is parked if it could be, and that raises the alarm "A case is parked".',
    });

    for (const question of [askSubmitter, askModerators, askForChanges]) {
      question.addCatch(rest, on('Superseded')).addCatch(takeUp, on('AlreadyAnswered'));
    }
    askSubmitter.addCatch(lapse, on('States.Timeout'));
    askForChanges.addCatch(lapse, on('States.Timeout'));
    askModerators.addCatch(parkSilent, on('States.Timeout'));
    for (const step of [takeUp, askSubmitter, askModerators, askForChanges, publish, tell, lapse, parkSilent]) {
      step.addCatch(parkFailed, on('States.ALL'));
    }
    parkFailed.addCatch(failed, on('States.ALL')).next(failed);
    lapse.next(takeUp);
    parkSilent.next(takeUp);

    const whatIsNext = new sfn.Choice(this, 'What is to be done next?')
      .when(nextIs('ask-submitter'), askSubmitter)
      .when(nextIs('ask-moderators'), askModerators)
      .when(nextIs('ask-for-changes'), askForChanges)
      .when(nextIs('publish'), publish)
      .when(nextIs('tell-outcome'), tell)
      .otherwise(rest);
    for (const question of [askSubmitter, askModerators, askForChanges]) question.next(whatIsNext);
    publish.next(tell);
    return takeUp.next(whatIsNext);
  }

  /** A step that does its work and says where the case stands now. */
  #task(id: string, task: TaskPath, more: Record<string, string> = {}): sfn.TaskStateBase {
    return new LambdaInvoke(this, id, {
      lambdaFunction: this.#tasks.at(task),
      payload: sfn.TaskInput.fromObject({ ...whichCase, ...more }),
      outputPath: '$.Payload',
      taskTimeout,
      retryOnServiceExceptions: false,
    })
      .addRetry(noCapacity)
      .addRetry(briefFailure);
  }

  /** A step that asks a person and waits; the answer brings the standing of the case with it. */
  #question(id: string, task: (typeof askingTasks)[number]): sfn.TaskStateBase {
    return new LambdaInvoke(this, id, {
      lambdaFunction: this.#tasks.at(task),
      integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: sfn.TaskInput.fromObject({ ...whichCase, token: sfn.JsonPath.taskToken }),
      taskTimeout: sfn.Timeout.at('$.waitSeconds'),
      retryOnServiceExceptions: false,
    })
      .addRetry(endedByName)
      .addRetry(noCapacity)
      .addRetry(briefFailureToAsk);
  }

  #park(id: string, why: WhyParked): sfn.TaskStateBase {
    return this.#task(id, 'moderation/park-case', { why });
  }

  /** For `WORKFLOW_ARN`: to start an execution. */
  toStart(): Access {
    return this.#access('states:StartExecution');
  }

  /** For `WORKFLOW_ARN`: to start an execution, or to wake one that waits for a person's answer. */
  toStartAndWake(): Access {
    return this.#access('states:StartExecution', 'states:SendTaskSuccess');
  }

  #access(...actions: string[]): Access {
    const { stateMachineArn } = this.machine;
    return { value: stateMachineArn, allows: [{ actions, resources: [stateMachineArn] }] };
  }
}

/** What every task is told: which case, and which execution asks. Nothing of the case itself. */
const whichCase = {
  submissionId: sfn.JsonPath.stringAt('$$.Execution.Input.submissionId'),
  execution: sfn.JsonPath.stringAt('$$.Execution.Name'),
};

function nextIs(next: Standing['next']): sfn.Condition {
  return sfn.Condition.stringEquals('$.next', next);
}

/** An error leads elsewhere and leaves no trace in the data. */
function on(error: string): sfn.CatchProps {
  return { errors: [error], resultPath: sfn.JsonPath.DISCARD };
}

function acknowledgeFindings(machine: sfn.StateMachine, functions: readonly ServiceFunction[]): void {
  const acknowledge = (id: string, reason: string) =>
    Validations.of(machine).acknowledge({ id: `AwsSolutions-${id}`, reason });
  acknowledge('SF1', 'Errors suffice to operate it: every function logs its own steps.');
  acknowledge('SF2', 'One function after another on one case: the execution history already is the trace.');
  acknowledge('IAM5[Resource::*]', 'Setting up the delivery of logs cannot be granted on a single resource.');
  for (const called of functions) {
    const id = Stack.of(machine).resolve(called.functionArn)['Fn::GetAtt'][0];
    acknowledge(`IAM5[Resource::<${id}.Arn>:*]`, 'Every version of a function that is a task of this workflow.');
  }
}
