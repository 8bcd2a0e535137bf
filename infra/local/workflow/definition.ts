/**
 * Prepares a state machine's definition for `aws-local-stepfunctions`, which knows no task tokens and keeps its own time.
 * Tasks and waits become tasks that this world answers (their parameters say what to do, by when); retries keep their
 * rules but not their pauses, which are taken on the movable clock. What is not known here is refused at boot. Pure.
 */
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod/mini';
import { unfit } from '../template/shape-errors.ts';
import { machineShape, stateShape, type Task, type Wait } from './definition-shapes.ts';
import type { Retrier } from './retries.ts';

export type PreparedDefinition = {
  /** What the library runs. */
  runnable: StateMachineDefinition;
  /** The retry rules of each task, for the pauses. */
  retriers: Map<string, Retrier[]>;
  timeoutSeconds: number | undefined;
  /** The functions that the machine calls, by ARN. */
  functionArns: string[];
};

/** What a rewritten task is asked to do; the shape of its effective input. */
export const taskInput = z.union([
  z.object({
    do: z.enum(['call', 'call-and-wait']),
    functionArn: z.string(),
    payload: z.unknown(),
    timeout: z.optional(z.int().check(z.minimum(1))),
  }),
  z.object({ do: z.literal('wait'), seconds: z.optional(z.int().check(z.minimum(0))), until: z.optional(z.string()) }),
]);

// The library's own limit must never come first: this is the longest that its timer can hold.
const longestTaskSeconds = 2_147_483;

const contextPaths = new Map([
  // The library sets a start time of its own, from the real clock.
  ['$$.Execution.StartTime', '$$.Local.StartTime'],
  ...[
    'Execution.Id',
    'Execution.Name',
    'Execution.Input',
    'Execution.RoleArn',
    'StateMachine.Id',
    'StateMachine.Name',
    'Task.Token',
  ]
    .map((known) => `$$.${known}`)
    .map((known) => [known, known] as const),
]);

/** Reads and rewrites a definition. @throws naming the state machine, the state and what is not known here. */
export function prepareDefinition(text: string, where: string): PreparedDefinition {
  const parsed = z.safeParse(machineShape, JSON.parse(text));
  if (!parsed.success) throw new Error(`${where}: ${unfit(parsed.error)}`);
  const machine = parsed.data;
  const states: [string, Record<string, unknown>][] = [];
  const retriers = new Map<string, Retrier[]>();
  const functionArns = new Set<string>();

  for (const [name, raw] of Object.entries(machine.States)) {
    const place = `${where}, state “${name}” (${raw['Type']})`;
    const state = z.safeParse(stateShape, withLocalContext(raw, name, place));
    if (!state.success) throw new Error(`${place}: ${unfit(state.error)}`);
    if (state.data.Type === 'Task') {
      const { functionArn, task } = rewriteTask(state.data, place);
      functionArns.add(functionArn);
      retriers.set(name, state.data.Retry ?? []);
      states.push([name, task]);
    } else {
      states.push([name, state.data.Type === 'Wait' ? rewriteWait(state.data) : withoutRootPaths(state.data)]);
    }
  }
  return {
    // The rewritten definition has the shape the library runs; it is not validated by it again.
    runnable: { StartAt: machine.StartAt, States: Object.fromEntries(states) } as unknown as StateMachineDefinition,
    retriers,
    timeoutSeconds: machine.TimeoutSeconds,
    functionArns: [...functionArns],
  };
}

/** Puts in the names of states, which are known before the run, and checks every other path into the context. */
function withLocalContext(value: unknown, state: string, place: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => withLocalContext(inner, state, place));
  if (typeof value === 'string') {
    return value.replace(/\$\$\.[\w.]+/g, (found) => {
      // Whatever was given to StartExecution may be picked from.
      const known = found.startsWith('$$.Execution.Input.') ? found : contextPaths.get(found);
      if (known === undefined) throw new Error(`${place}: the context path ${found} is not known here`);
      return known;
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      inner === '$$.State.Name' ? [key.replace(/\.\$$/, ''), state] : [key, withLocalContext(inner, state, place)],
    ),
  );
}

const resources: Record<string, 'call' | 'call-and-wait'> = {
  'arn:aws:states:::lambda:invoke': 'call',
  'arn:aws:states:::lambda:invoke.waitForTaskToken': 'call-and-wait',
};

function rewriteTask(state: Task, place: string): { functionArn: string; task: Record<string, unknown> } {
  const { TimeoutSeconds, TimeoutSecondsPath, Parameters = {}, ...rest } = state;
  const what = resources[state.Resource];
  if (what === undefined) throw new Error(`${place}: the resource ${state.Resource} is not known here`);
  const { FunctionName, Payload, 'Payload.$': payloadPath, ...others } = Parameters;
  if (typeof FunctionName !== 'string') throw new Error(`${place}: FunctionName is not written out`);
  if (Object.keys(others).length > 0)
    throw new Error(`${place}: the parameters ${Object.keys(others).join(', ')} are not known here`);
  return {
    functionArn: FunctionName,
    task: {
      ...withoutRootPaths(rest),
      Resource: 'arn:aws:lambda:local:0:function:local',
      TimeoutSeconds: longestTaskSeconds,
      Parameters: {
        do: what,
        functionArn: FunctionName,
        ...(payloadPath === undefined ? { payload: Payload ?? {} } : { 'payload.$': payloadPath }),
        ...(TimeoutSeconds !== undefined && { timeout: TimeoutSeconds }),
        ...(TimeoutSecondsPath !== undefined && { 'timeout.$': TimeoutSecondsPath }),
      },
    },
  };
}

function rewriteWait({ Seconds, SecondsPath, Timestamp, TimestampPath, ...rest }: Wait): Record<string, unknown> {
  return {
    ...withoutRootPaths(rest),
    Type: 'Task',
    Resource: 'arn:aws:lambda:local:0:function:local',
    TimeoutSeconds: longestTaskSeconds,
    Parameters: {
      do: 'wait',
      ...(Seconds !== undefined && { seconds: Seconds }),
      ...(SecondsPath !== undefined && { 'seconds.$': SecondsPath }),
      ...(Timestamp !== undefined && { until: Timestamp }),
      ...(TimestampPath !== undefined && { 'until.$': TimestampPath }),
    },
    ResultPath: null,
  };
}

/** `$` says what is so anyway, and the library would take it for a name. */
function withoutRootPaths(state: Record<string, unknown>): Record<string, unknown> {
  const { ResultPath, Catch, ...rest } = state;
  return {
    ...rest,
    ...(ResultPath !== undefined && ResultPath !== '$' && { ResultPath }),
    ...(Array.isArray(Catch) && { Catch: Catch.map(withoutRootPaths) }),
  };
}
