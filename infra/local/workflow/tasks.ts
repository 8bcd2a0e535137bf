import type { Clock } from '../clock/clock.ts';
import type { Functions } from '../functions/functions.ts';
import { taskInput } from './definition.ts';
import { beyondCatching, named, timedOut } from './state-errors.ts';
import type { TaskEnding, TaskTokens } from './task-tokens.ts';
import type { Waiting } from './waiting.ts';

export type TaskMeans = {
  clock: Clock;
  functions: Functions;
  tokens: TaskTokens;
  /** Whether the machine's role may call a function. */
  mayCall(functionArn: string): boolean;
};

// The longest a task may take when the definition does not say: about three years.
const defaultTimeoutSeconds = 99_999_999;

/** Performs what a rewritten task asks for (see `definition.ts`); `takeToken` gives the token of this attempt, once. */
export function taskPerformer(
  { clock, functions, tokens, mayCall }: TaskMeans,
  waiting: Waiting,
  takeToken: () => string | undefined,
): (input: unknown) => Promise<unknown> {
  async function callFunction(functionArn: string, payload: unknown, timeoutSeconds: number): Promise<unknown> {
    const target = functions.find(functionArn);
    if (!target || !mayCall(functionArn)) {
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
    const token = takeToken();
    const ending = await waiting.until<TaskEnding | { kind: 'timeout' } | { kind: 'threw'; error: unknown }>((done) => {
      let over = false;
      const once = (result: Parameters<typeof done>[0]) => {
        if (over) return;
        cancel();
        done(result);
      };
      const close = token === undefined ? () => undefined : tokens.open(token, once);
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

  return async (input) => {
    const parsed = taskInput.safeParse(input);
    if (!parsed.success)
      throw beyondCatching('The timeout or the time to wait is not a whole number of seconds from 1');
    const task = parsed.data;
    if (task.do === 'wait') {
      const until = task.until === undefined ? clock.now() + (task.seconds ?? 0) * 1000 : Date.parse(task.until);
      await waiting.until<void>((done) => clock.at(Math.max(until, clock.now()), done));
      return {};
    }
    const timeout = task.timeout ?? defaultTimeoutSeconds;
    if (task.do === 'call-and-wait') return callAndWait(task.functionArn, task.payload, timeout);
    const result = await callFunction(task.functionArn, task.payload, timeout);
    return { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 };
  };
}
