import { StateMachine } from 'aws-local-stepfunctions';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { PreparedDefinition } from './definition.ts';
import { pauseBeforeRetry, type Retrier } from './retries.ts';
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
  const { clock } = means;
  const stop = new AbortController();
  const waiting = startWaiting(means.activity, stop.signal);
  const pause = (ms: number) => waiting.until<void>((done) => clock.at(clock.now() + ms, done));
  const token = attemptToken(() => means.tokens.mint(run.arn));
  const perform = taskPerformer(means, waiting, token.take);
  const running = startLibrary(run, contextOf(run, clock, token.read), (retriers) =>
    withPauses(perform, retriers, pause, stop.signal),
  );
  let state = run.definition.runnable.StartAt;
  void followStates();

  async function followStates(): Promise<void> {
    for await (const event of running.eventLogs) {
      if (event.type !== 'StateEntered' && event.type !== 'StateRetried') continue;
      state = event.state.name;
      means.entered();
    }
  }

  const stopped = Promise.withResolvers<Ending>();
  const { timeoutSeconds } = run.definition;
  const cancelTimeout =
    timeoutSeconds === undefined
      ? () => undefined
      : clock.at(clock.now() + timeoutSeconds * 1000, () => halt({ status: 'TIMED_OUT' }));

  function halt(ending: Ending): void {
    stopped.resolve(ending);
    stop.abort();
    running.abort();
  }
  const ended = Promise.race([stopped.promise, endingOf(running.result)]);
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

type RunOptions = NonNullable<Parameters<StateMachine['run']>[1]>;
type Context = NonNullable<RunOptions['context']>;
type Handler = NonNullable<NonNullable<RunOptions['overrides']>['taskResourceLocalHandlers']>[string];

/** Hands every task to a handler of ours, and lets the library retry without a pause of its own. */
function startLibrary({ definition, input }: Run, context: Context, handlerOf: (retriers: Retrier[]) => Handler) {
  const tasks = Object.entries(definition.runnable.States).filter(([, one]) => one.Type === 'Task');
  return new StateMachine(definition.runnable, { validationOptions: { noValidate: true } }).run(JSON.parse(input), {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        tasks.map(([name]) => [name, handlerOf(definition.retriers.get(name) ?? [])]),
      ),
      retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
    },
    context,
  });
}

/** The token of the attempt at hand: made when its parameters are, and taken away when it begins. */
function attemptToken(mint: () => string) {
  let token: string | undefined;
  return {
    read() {
      token ??= mint();
      return token;
    },
    take() {
      const own = token;
      token = undefined;
      return own;
    },
  };
}

/** The context object that paths with `$$.` read from. */
function contextOf({ arn, name, machine }: Run, clock: Clock, readToken: () => string): Context {
  return {
    Execution: { Id: arn, Name: name, RoleArn: machine.roleArn },
    StateMachine: { Id: machine.arn, Name: machine.name },
    Local: { StartTime: clock.iso() },
    Task: {
      get Token() {
        return readToken();
      },
    },
  };
}

/** The library retries at once; the pause before that is taken here. */
function withPauses(
  perform: (input: unknown) => Promise<unknown>,
  retriers: Retrier[],
  pause: (ms: number) => Promise<void>,
  stop: AbortSignal,
): Handler {
  let attempts: number[] = [];
  return async (input) => {
    try {
      const result = await perform(input);
      attempts = [];
      return JSON.parse(JSON.stringify(result ?? null));
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (stop.aborted) throw beyondCatching('stopped');
      const { name } = failure;
      const isFatal = name === 'States.Runtime';
      const ms = isFatal
        ? undefined
        : pauseBeforeRetry(retriers, attempts, { name, isTimeout: name === 'States.Timeout' });
      if (ms === undefined) attempts = [];
      else await pause(ms);
      throw failure;
    }
  };
}

function endingOf(result: Promise<unknown>): Promise<Ending> {
  return result.then(
    (output): Ending => ({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
    (error: Error): Ending => {
      const cause = error.cause instanceof Error ? error.cause : error;
      return { status: 'FAILED', error: cause.name, cause: cause.message };
    },
  );
}
