import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Permissions } from '../aws/permissions.ts';
import { AwsFailure } from '../aws/wire.ts';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { Deployment } from '../template/deployment.ts';
import { machineArn, nameOf } from '../template/identities.ts';
import { readDefinition } from './definition.ts';
import { type RunningExecution, runExecution } from './execution.ts';
import { type Execution, openExecutions } from './execution-store.ts';
import type { Definition } from './interpreter.ts';
import { type TaskTokens, taskTokens } from './task-tokens.ts';

const machineShape = z.strictObject({
  StateMachineName: z.optional(z.string()),
  StateMachineType: z.optional(z.literal('STANDARD')),
  DefinitionString: z.string(),
  RoleArn: z.string(),
});

export type Machine = { id: string; name: string; arn: string; roleArn: string; definition: Definition };

export type StateMachines = {
  machines: Machine[];
  tokens: TaskTokens;
  list(): Execution[];
  find(executionArn: string): Execution | undefined;
  /** The state a running execution is in. */
  where(executionArn: string): ReturnType<RunningExecution['where']> | undefined;
  /** Starts an execution by the rule of names. @throws the exceptions of StartExecution. */
  start(machineArn: string, name: string | undefined, input: string): Execution;
  /** @throws ExecutionDoesNotExist. */
  stop(executionArn: string, error?: string, cause?: string): Execution;
  /** States entered so far in this process, as AWS bills them. */
  transitions(): number;
  /** Ends what the last process left running and announces what it did not announce. */
  recover(): void;
  close(): void;
};

type Dependencies = {
  clock: Clock;
  activity: Activity;
  functions: Functions;
  permissions: Permissions;
  /** Hands a status change to the event bus. */
  announce(execution: Execution): void;
};

/** Reads the template's state machines and runs their executions. */
export function runStateMachines(deployment: Deployment, path: string, dependencies: Dependencies): StateMachines {
  const machines = readMachines(deployment, dependencies.functions);
  const { clock, permissions } = dependencies;
  const store = openExecutions(path);
  const running = new Map<string, RunningExecution>();
  const tokens = taskTokens((arn) => store.find(arn) !== undefined);
  let transitions = 0;
  let closed = false;

  function announceEnd(execution: Execution): void {
    dependencies.announce(execution);
    store.announced(execution.arn);
  }

  function run(machine: Machine, execution: Execution): void {
    const one = runExecution(
      { arn: execution.arn, name: execution.name, machine, input: execution.input },
      {
        ...dependencies,
        tokens,
        mayCall: (functionArn) => permissions.roleMay(machine.roleArn, 'lambda:InvokeFunction', functionArn),
        entered: () => {
          transitions += 1;
        },
      },
    );
    running.set(execution.arn, one);
    void one.ended.then((ending) => {
      running.delete(execution.arn);
      // A closed world writes nothing: the next boot finds the execution lost.
      if (!closed) announceEnd(store.end({ arn: execution.arn, at: clock.now(), ...ending }));
    });
  }

  return {
    machines,
    tokens,
    list: store.list,
    find: store.find,
    where: (arn) => running.get(arn)?.where(),
    start(wanted, name = randomUUID(), input) {
      const machine = machines.find((one) => one.arn === wanted);
      if (!machine) throw new AwsFailure('StateMachineDoesNotExist', `State Machine Does Not Exist: '${wanted}'`);
      if (name === '' || name.length > 80 || /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u.test(name)) {
        throw new AwsFailure('InvalidName', `Invalid Name: '${name}'`);
      }
      if (!isJson(input)) throw new AwsFailure('InvalidExecutionInput', 'Invalid State Machine Execution Input');
      const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
      const known = store.find(arn);
      if (known?.status === 'RUNNING' && known.input === input) return known;
      if (known) throw new AwsFailure('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
      const execution = store.start({ arn, machineArn: machine.arn, name, input, at: clock.now() });
      dependencies.announce(execution);
      run(machine, execution);
      return execution;
    },
    stop(arn, error, cause) {
      const execution = store.find(arn);
      if (!execution) throw new AwsFailure('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
      running.get(arn)?.abort(error, cause);
      return execution;
    },
    transitions: () => transitions,
    recover() {
      for (const execution of store.list()) {
        if (execution.status === 'RUNNING') store.end({ arn: execution.arn, status: 'ABORTED', at: clock.now() });
        if (!execution.announced) announceEnd(execution);
      }
    },
    close() {
      closed = true;
      for (const one of running.values()) one.abort();
      store.close();
    },
  };
}

/** @throws for a machine that calls what is no function of the template. */
function readMachines(deployment: Deployment, functions: Functions): Machine[] {
  return deployment.all('AWS::StepFunctions::StateMachine', machineShape).map(({ id, type, properties }) => {
    const where = `${id} (${type})`;
    const name = nameOf(id, { Type: type, Properties: properties });
    const definition = readDefinition(properties.DefinitionString, where);
    const unknown = definition.functionArns.find((arn) => !functions.find(arn));
    if (unknown !== undefined) throw new Error(`${where}: ${unknown} is not a function of the template`);
    return { id, name, arn: machineArn(deployment.location, name), roleArn: properties.RoleArn, definition };
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
