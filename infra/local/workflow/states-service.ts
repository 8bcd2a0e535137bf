import * as z from 'zod/mini';
import { type Authorize, AwsFailure, type AwsRequest, type AwsService, jsonAnswer, jsonBody } from '../aws/wire.ts';
import type { Clock } from '../clock/clock.ts';
import { unfit } from '../template/shape-errors.ts';
import { StateError } from './errors.ts';
import type { Execution } from './execution-store.ts';
import type { StateMachines } from './state-machines.ts';

const startInput = z.strictObject({
  stateMachineArn: z.string(),
  name: z.optional(z.string()),
  input: z.optional(z.string()),
  traceHeader: z.optional(z.string()),
});
const successInput = z.strictObject({ taskToken: z.string(), output: z.string() });
const failureInput = z.strictObject({
  taskToken: z.string(),
  error: z.optional(z.string()),
  cause: z.optional(z.string()),
});
const describeInput = z.looseObject({ executionArn: z.string() });
const stopInput = z.strictObject({
  executionArn: z.string(),
  error: z.optional(z.string()),
  cause: z.optional(z.string()),
});
const listInput = z.looseObject({
  stateMachineArn: z.string(),
  statusFilter: z.optional(z.string()),
  maxResults: z.optional(z.number()),
  nextToken: z.optional(z.string()),
});

const seconds = (moment: number | undefined) => (moment === undefined ? undefined : moment / 1000);

/** Answers the Step Functions calls of functions and operators. */
export function statesService(states: StateMachines, clock: Clock, authorize: Authorize): AwsService {
  const operations: Record<string, (request: AwsRequest) => unknown> = {
    StartExecution(request) {
      const { stateMachineArn, name, input = '{}' } = parse(startInput, request);
      authorize(request.caller, 'states:StartExecution', [stateMachineArn]);
      const execution = states.start(stateMachineArn, name, input);
      return { executionArn: execution.arn, startDate: seconds(execution.at) };
    },
    SendTaskSuccess(request) {
      const { taskToken, output } = parse(successInput, request);
      authorizeToken(request, 'states:SendTaskSuccess', taskToken);
      states.tokens.answer(taskToken, { kind: 'success', output: parseOutput(output) });
      return {};
    },
    SendTaskFailure(request) {
      const { taskToken, error = '', cause = '' } = parse(failureInput, request);
      authorizeToken(request, 'states:SendTaskFailure', taskToken);
      states.tokens.answer(taskToken, { kind: 'failure', error: new StateError(error, cause) });
      return {};
    },
    DescribeExecution(request) {
      const { executionArn } = parse(describeInput, request);
      authorize(request.caller, 'states:DescribeExecution', [executionArn]);
      const execution = states.find(executionArn);
      if (!execution) throw new AwsFailure('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
      const { input, output, error, cause } = execution;
      return { ...summary(execution), input, output, error, cause };
    },
    ListExecutions(request) {
      const { stateMachineArn, statusFilter, maxResults = 100, nextToken } = parse(listInput, request);
      authorize(request.caller, 'states:ListExecutions', [stateMachineArn]);
      const found = states
        .list()
        .filter(
          (one) => one.machineArn === stateMachineArn && (statusFilter === undefined || one.status === statusFilter),
        )
        .reverse();
      const from = Number(nextToken ?? 0);
      const page = Math.min(maxResults || 100, 1000);
      return {
        executions: found.slice(from, from + page).map(summary),
        nextToken: from + page < found.length ? String(from + page) : undefined,
      };
    },
    StopExecution(request) {
      const { executionArn, error, cause } = parse(stopInput, request);
      authorize(request.caller, 'states:StopExecution', [executionArn]);
      const execution = states.stop(executionArn, error, cause);
      return { stopDate: seconds(execution.stoppedAt ?? clock.now()) };
    },
    ListStateMachines(request) {
      authorize(request.caller, 'states:ListStateMachines', ['*']);
      return {
        stateMachines: states.machines.map(({ arn, name }) => ({
          stateMachineArn: arn,
          name,
          type: 'STANDARD',
          creationDate: 0,
        })),
      };
    },
  };

  /** An answer to a task is allowed on the state machine that the task belongs to. */
  function authorizeToken(request: AwsRequest, action: string, token: string): void {
    const execution = states.tokens.executionOf(token);
    const machine = states.find(execution)?.machineArn ?? execution;
    authorize(request.caller, action, [machine]);
  }

  return async (request) => {
    const operation = operations[request.operation];
    return operation && jsonAnswer(operation(request));
  };
}

function summary(execution: Execution) {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.at),
    stopDate: seconds(execution.stoppedAt),
  };
}

function parse<Shape extends z.core.$ZodType>(shape: Shape, request: AwsRequest): z.output<Shape> {
  const parsed = z.safeParse(shape, jsonBody(request));
  if (parsed.success) return parsed.data;
  throw new AwsFailure('ValidationException', unfit(parsed.error));
}

function parseOutput(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    throw new AwsFailure('InvalidOutput', 'Invalid Output: the output is not JSON');
  }
}
