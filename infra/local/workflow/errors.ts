/** An error by the name that Retry and Catch match; its message is what AWS calls the cause. */
export class StateError extends Error {
  constructor(name: string, cause: string) {
    super(cause);
    this.name = name;
  }
}

/** An error that comes from the definition or its data: no Retry and no Catch applies, the execution fails. */
export const runtimeError = (cause: string) => new StateError('States.Runtime', cause);

/** The error of a task that took too long. */
export const timedOut = () => new StateError('States.Timeout', 'The task took longer than its timeout');

/** Whatever was thrown, as the error of a state. */
export function stateErrorOf(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  return runtimeError(thrown instanceof Error ? thrown.message : String(thrown));
}

/** Whether the ErrorEquals of a Retry or a Catch applies to an error. Pure. */
export function matches(errorEquals: string[], { name }: StateError): boolean {
  if (name === 'States.Runtime') return false;
  return errorEquals.some(
    (wanted) =>
      wanted === name ||
      (wanted === 'States.ALL' && name !== 'States.DataLimitExceeded') ||
      (wanted === 'States.TaskFailed' && name !== 'States.Timeout'),
  );
}
