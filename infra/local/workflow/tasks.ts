import type { Clock } from '../clock/clock.ts';
import type { Functions } from '../functions/functions.ts';
import { StateError, timedOut } from './errors.ts';
import type { TaskCall } from './interpreter.ts';
import type { TaskEnding, TaskTokens } from './task-tokens.ts';

export type TaskDependencies = {
  clock: Pick<Clock, 'now' | 'iso' | 'at'>;
  functions: Pick<Functions, 'find' | 'invoke'>;
  tokens: TaskTokens;
  /** Whether the machine's role may call a function. */
  mayCall(functionArn: string): boolean;
};

/**
 * Starts a task: calls its function. `done` may be called more than once, the first call counts: with what the function
 * returns, or, if there is a token, with the answer to it; with the function's error; or when the time is over.
 * Returns what gives up waiting.
 */
export function startTask(
  call: TaskCall,
  dependencies: TaskDependencies,
  done: (ending: TaskEnding) => void,
): () => void {
  const { clock, tokens } = dependencies;
  const closeToken = call.token === undefined ? () => undefined : tokens.open(call.token, done);
  const cancelTimeout = clock.at(clock.now() + call.timeoutSeconds * 1000, () =>
    done({ kind: 'failure', error: timedOut() }),
  );
  void callFunction(call, dependencies).then((ending) => {
    // What a function that waits for an answer returns is ignored.
    if (call.token === undefined || ending.kind === 'failure') done(ending);
  });
  return () => {
    closeToken();
    cancelTimeout();
  };
}

async function callFunction({ functionArn, payload }: TaskCall, dependencies: TaskDependencies): Promise<TaskEnding> {
  const target = dependencies.functions.find(functionArn);
  if (!target || !dependencies.mayCall(functionArn)) {
    const cause = `The role of the state machine may not perform lambda:InvokeFunction on ${functionArn}`;
    return { kind: 'failure', error: new StateError('Lambda.AWSLambdaException', cause) };
  }
  const outcome = await dependencies.functions.invoke(target, payload);
  if (outcome.kind === 'failed')
    return { kind: 'failure', error: new StateError(outcome.error.errorType, JSON.stringify(outcome.error)) };
  const result = { ExecutedVersion: '$LATEST', Payload: JSON.parse(outcome.payload), StatusCode: 200 };
  return { kind: 'success', output: result };
}
