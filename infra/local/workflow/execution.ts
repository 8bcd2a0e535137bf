import { StateMachine } from 'aws-local-stepfunctions';
import type { Activity } from '../clock/activity.ts';
import type { PreparedDefinition } from './definition.ts';
import { pauseBeforeRetry } from './retries.ts';
import { beyondCatching } from './state-errors.ts';
import { type TaskMeans, taskPerformer } from './tasks.ts';
import { startWaiting } from './waiting.ts';

export type Ending =
  | { status: 'SUCCEEDED'; output: string }
  | { status: 'FAILED'; error: string; cause: string }
  | { status: 'TIMED_OUT' }
  | { status: 'ABORTED'; error?: string | undefined; cause?: string | undefined };

export type RunningExecution = {
  ended: Promise<Ending>;
  abort(error?: string, cause?: string): void;
  /** The state it is in, and whether it only waits there. */
  where(): { state: string; waits: boolean };
};

export type Run = {
  definition: PreparedDefinition;
  arn: string;
  name: string;
  machine: { arn: string; name: string; roleArn: string };
  input: string;
};

type Means = TaskMeans & {
  activity: Activity;
  /** A state was entered (first or again by a retry), as AWS bills it. */
  entered(): void;
};

/** Runs one execution with the library, which decides what comes next; calling, waiting and pausing are done here. */
export function runExecution(run: Run, means: Means): RunningExecution {
  const { definition, arn } = run;
  const { clock, tokens } = means;
  const stop = new AbortController();
  const waiting = startWaiting(means.activity, stop.signal);
  const pause = (ms: number) => waiting.until<void>((done) => clock.at(clock.now() + ms, done));
  let state = definition.runnable.StartAt;
  let token: string | undefined;
  const perform = taskPerformer(means, waiting, () => {
    const own = token;
    token = undefined;
    return own;
  });

  /** The library retries at once; the pause before that is taken here. */
  function handlerOf(retriers: Parameters<typeof pauseBeforeRetry>[0]) {
    let attempts: number[] = [];
    return async (input: unknown) => {
      try {
        const result = await perform(input);
        attempts = [];
        return JSON.parse(JSON.stringify(result ?? null));
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        if (stop.signal.aborted) throw beyondCatching('stopped');
        const fatal = failure.name === 'States.Runtime';
        const ms = fatal
          ? undefined
          : pauseBeforeRetry(retriers, attempts, { name: failure.name, isTimeout: failure.name === 'States.Timeout' });
        if (ms === undefined) attempts = [];
        else await pause(ms);
        throw failure;
      }
    };
  }

  const tasks = Object.entries(definition.runnable.States).filter(([, one]) => one.Type === 'Task');
  const running = new StateMachine(definition.runnable, { validationOptions: { noValidate: true } }).run(
    JSON.parse(run.input),
    {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          tasks.map(([name]) => [name, handlerOf(definition.retriers.get(name) ?? [])]),
        ),
        retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
      },
      context: {
        Execution: { Id: arn, Name: run.name, RoleArn: run.machine.roleArn },
        StateMachine: { Id: run.machine.arn, Name: run.machine.name },
        Local: { StartTime: clock.iso() },
        Task: {
          // Read once for every attempt, when its parameters are made; taken away when the attempt begins.
          get Token() {
            token ??= tokens.mint(arn);
            return token;
          },
        },
      },
    },
  );
  void followStates();

  async function followStates(): Promise<void> {
    for await (const event of running.eventLogs) {
      if (event.type !== 'StateEntered' && event.type !== 'StateRetried') continue;
      state = event.state.name;
      means.entered();
    }
  }

  const stopped = Promise.withResolvers<Ending>();
  const cancelTimeout =
    definition.timeoutSeconds === undefined
      ? () => undefined
      : clock.at(clock.now() + definition.timeoutSeconds * 1000, () => halt({ status: 'TIMED_OUT' }));

  function halt(ending: Ending): void {
    stopped.resolve(ending);
    stop.abort();
    running.abort();
  }
  const finished = running.result.then(
    (output): Ending => ({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
    (error: Error): Ending => {
      const cause = error.cause instanceof Error ? error.cause : error;
      return { status: 'FAILED', error: cause.name, cause: cause.message };
    },
  );
  const ended = Promise.race([stopped.promise, finished]);
  void ended.finally(() => {
    cancelTimeout();
    // Whoever awaits the ending acts on it before the execution counts as at rest.
    setImmediate(waiting.end);
  });
  return {
    ended,
    abort: (error, cause) => halt({ status: 'ABORTED', error, cause }),
    where: () => ({ state, waits: waiting.now() }),
  };
}
