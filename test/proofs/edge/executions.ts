import * as z from 'zod/mini';
import { constructIdOf, type FunctionPath, functionPaths } from '#infra/functions.ts';
import { AwsFailure } from '#infra/local/aws/wire.ts';
import type { Activity } from '#infra/local/clock/activity.ts';
import { readDefinition } from '#infra/local/workflow/definition.ts';
import { type Ending, type RunningExecution, runExecution } from '#infra/local/workflow/execution.ts';
import { taskTokens } from '#infra/local/workflow/task-tokens.ts';
import { synthesizedDefinition } from '#infra/workflow-picture.ts';
import type { StillClock } from './clock.ts';
import { type Answer, type Asked, answered, operationOf, refused } from './wire.ts';

/** The machine as it is deployed, synthesized once for all runs of a process. */
let machine: ReturnType<typeof readDefinition> | undefined;
function definition() {
  machine ??= readDefinition(JSON.stringify(synthesizedDefinition()), 'The workflow');
  return machine;
}

const StartExecution = z.object({ name: z.string(), input: z.string() });
const SendTaskSuccess = z.object({ taskToken: z.string(), output: z.string() });

/** How a task went: what its function returned, or the error it ended with. */
export type TaskEnd = { readonly returned: unknown } | { readonly failed: string };

interface Dependencies {
  readonly clock: StillClock;
  readonly activity: Activity;
  /** Calls the function of a task. Never rejects. */
  call(path: FunctionPath, input: unknown): Promise<TaskEnd>;
  ended(name: string, status: Ending['status']): void;
}

export type Executions = ReturnType<typeof openExecutions>;

/**
 * Step Functions: runs the synthesized workflow by the interpreter of the local service. A name runs once: starting it again
 * is answered well while it runs, and refused when it has ended. A token is good for one answer.
 */
export function openExecutions({ clock, activity, call, ended }: Dependencies) {
  const running = new Map<string, RunningExecution>();
  const statuses = new Map<string, 'RUNNING' | Ending['status']>();
  const tokens = taskTokens((name) => statuses.has(name));

  const functions = {
    find(arn: string) {
      const path = functionPaths().find((one) => new RegExp(`:${constructIdOf(one)}[0-9A-F]{8}$`).test(arn));
      return path && { id: path, name: path, arn, roleArn: '' };
    },
    async invoke({ id }: { id: string }, event: unknown) {
      const path = functionPaths().find((one) => one === id);
      if (path === undefined) throw new Error(`There is no function ${id}`);
      const end = activity.begin();
      const result = await call(path, event);
      end();
      if ('returned' in result) return { kind: 'returned' as const, payload: JSON.stringify(result.returned ?? null) };
      return { kind: 'failed' as const, error: { errorType: result.failed, errorMessage: '' } };
    },
  };

  function run(name: string, input: string): void {
    statuses.set(name, 'RUNNING');
    const execution = runExecution(
      { arn: name, name, machine: { arn: 'machine', name: 'machine', roleArn: '', definition: definition() }, input },
      { clock, activity, functions, tokens, mayCall: () => true, entered() {} },
    );
    running.set(name, execution);
    void execution.ended.then(({ status }) => {
      running.delete(name);
      statuses.set(name, status);
      ended(name, status);
    });
  }

  return {
    statuses,
    /** As an operator does. */
    stop: (name: string) => running.get(name)?.abort(),
    async answer(asked: Asked): Promise<Answer> {
      const body: unknown = JSON.parse(asked.body);
      switch (operationOf(asked)) {
        case 'StartExecution': {
          const { name, input } = StartExecution.parse(body);
          const status = statuses.get(name);
          if (status === undefined) run(name, input);
          if (status !== undefined && status !== 'RUNNING')
            return refused('ExecutionAlreadyExists', `Execution Already Exists: '${name}'`);
          return answered({ executionArn: name, startDate: clock.now() / 1000 });
        }
        case 'SendTaskSuccess': {
          const { taskToken, output } = SendTaskSuccess.parse(body);
          try {
            tokens.answer(taskToken, { kind: 'success', output: JSON.parse(output) });
            return answered({});
          } catch (error) {
            if (error instanceof AwsFailure) return refused(error.name, error.message);
            throw error;
          }
        }
        default:
          return refused('UnknownOperationException', asked.path);
      }
    },
  };
}
