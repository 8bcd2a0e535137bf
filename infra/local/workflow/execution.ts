import { StateMachine } from 'aws-local-stepfunctions';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Functions } from '../functions/functions.ts';
import { type PreparedDefinition, taskInput } from './definition.ts';
import { pauseBeforeRetry } from './retries.ts';
import { beyondCatching, named, timedOut } from './state-errors.ts';
import type { TaskEnding, TaskTokens } from './task-tokens.ts';

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

type Means = {
  clock: Clock;
  activity: Activity;
  functions: Functions;
  tokens: TaskTokens;
  /** Whether the machine's role may call a function. */
  mayCall(functionArn: string): boolean;
  /** A state was entered (first or again by a retry), as AWS bills it. */
  entered(): void;
};

// The longest a task may take when the definition does not say: about three years.
const defaultTimeoutSeconds = 99_999_999;

/** Runs one execution with the library, which decides what comes next; calling, waiting and pausing are done here. */
export function runExecution(run: Run, means: Means): RunningExecution {
  const { definition, arn } = run;
  const { clock, activity, functions, tokens } = means;
  const stop = new AbortController();
  let end = activity.begin();
  let waits = false;
  let state = definition.runnable.StartAt;
  let token: string | undefined;

  /** Waits on the clock or for an answer: while it does, the execution is at rest. */
  function waiting<Result>(start: (done: (result: Result) => void) => () => void): Promise<Result> {
    return new Promise((resolve, reject) => {
      const cancel = start((result) => {
        end = activity.begin();
        waits = false;
        stop.signal.removeEventListener('abort', give);
        resolve(result);
      });
      // The library keeps a timer for a task as long as the task is not over.
      const give = () => {
        cancel();
        reject(beyondCatching('stopped'));
      };
      stop.signal.addEventListener('abort', give, { once: true });
      waits = true;
      end();
    });
  }
  const pause = (ms: number) => waiting<void>((done) => clock.at(clock.now() + ms, done));

  async function callFunction(functionArn: string, payload: unknown, timeoutSeconds: number): Promise<unknown> {
    const target = functions.find(functionArn);
    if (!target || !means.mayCall(functionArn)) {
      throw named(
        'Lambda.AWSLambdaException',
        `The role of the state machine may not perform lambda:InvokeFunction on ${functionArn}`,
      );
    }
    const timeout = Promise.withResolvers<never>();
    const cancel = clock.at(clock.now() + timeoutSeconds * 1000, () => timeout.reject(timedOut()));
    try {
      const outcome = await Promise.race([functions.invoke(target, payload), timeout.promise]);
      if (outcome.kind === 'failed') throw named(outcome.error.errorType, JSON.stringify(outcome.error));
      return JSON.parse(outcome.payload);
    } finally {
      cancel();
    }
  }

  /** Calls the function and waits for the answer to its token. What the function returns is ignored, what it throws is not. */
  async function callAndWait(functionArn: string, payload: unknown, timeoutSeconds: number): Promise<unknown> {
    const own = token;
    token = undefined;
    const ending = await waiting<TaskEnding | { kind: 'timeout' } | { kind: 'threw'; error: unknown }>((done) => {
      let over = false;
      const once = (result: Parameters<typeof done>[0]) => {
        if (over) return;
        cancel();
        done(result);
      };
      const close = own === undefined ? () => undefined : tokens.open(own, once);
      const cancelTimeout = clock.at(clock.now() + timeoutSeconds * 1000, () => once({ kind: 'timeout' }));
      const cancel = () => {
        over = true;
        close();
        cancelTimeout();
      };
      callFunction(functionArn, payload, defaultTimeoutSeconds).catch((error: unknown) =>
        once({ kind: 'threw', error }),
      );
      return cancel;
    });
    switch (ending.kind) {
      case 'success':
        return ending.output;
      case 'failure':
        throw named(ending.error, ending.cause);
      case 'timeout':
        throw timedOut();
      case 'threw':
        throw ending.error;
    }
  }

  async function perform(input: unknown): Promise<unknown> {
    const parsed = taskInput.safeParse(input);
    if (!parsed.success)
      throw beyondCatching('The timeout or the time to wait is not a whole number of seconds from 1');
    const task = parsed.data;
    if (task.do === 'wait') {
      const until = task.until === undefined ? clock.now() + (task.seconds ?? 0) * 1000 : Date.parse(task.until);
      await pause(Math.max(until - clock.now(), 0));
      return {};
    }
    const timeout = task.timeout ?? defaultTimeoutSeconds;
    if (task.do === 'call-and-wait') return callAndWait(task.functionArn, task.payload, timeout);
    const result = await callFunction(task.functionArn, task.payload, timeout);
    if (task.do === 'call-plainly') return result;
    return { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 };
  }

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
    setImmediate(() => end());
  });
  return {
    ended,
    abort: (error, cause) => halt({ status: 'ABORTED', error, cause }),
    where: () => ({ state, waits }),
  };
}
