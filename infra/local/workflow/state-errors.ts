/** The errors that a state can end with. */
import { StateMachine } from 'aws-local-stepfunctions';

/** An error by the name that Retry and Catch match. */
export function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** What AWS calls States.Runtime: no Retry and no Catch applies, the execution fails. */
export function beyondCatching(message: string): Error {
  return Object.assign(named('States.Runtime', message), { isRetryable: false, isCatchable: false });
}

let libraryTimeout: (new () => Error) | undefined;

/** The library tells a timeout by its own class, which it does not export; one is taken from a run that times out. */
export async function borrowTimeout(): Promise<void> {
  const machine = new StateMachine(
    {
      StartAt: 'T',
      States: {
        T: { Type: 'Task', Resource: 'arn:aws:lambda:local:0:function:local', TimeoutSeconds: 0.001, End: true },
      },
    },
    { validationOptions: { noValidate: true } },
  );
  const { result } = machine.run(
    {},
    { overrides: { taskResourceLocalHandlers: { T: () => new Promise(() => undefined) } } },
  );
  const error: unknown = await result.catch((failure: Error) => failure.cause);
  if (!(error instanceof Error) || error.name !== 'States.Timeout')
    throw new Error('the library no longer times out as known');
  libraryTimeout = error.constructor as new () => Error;
}

/** The error of a task that took too long; States.TaskFailed does not match it. */
export function timedOut(): Error {
  return libraryTimeout ? new libraryTimeout() : named('States.Timeout', 'States.Timeout');
}
