import type { Task } from './definition-shapes.ts';
import { matches, type StateError, stateErrorOf } from './errors.ts';
import type { Effects, Moved, Step, TaskCall } from './interpreter.ts';
import { type Context, compileFilter, compilePath, compileResultPath, compileTemplate } from './paths.ts';
import { pauseBeforeRetry } from './retries.ts';
import { compileSeconds } from './wait-state.ts';

// The longest a task may take when the definition does not say: about three years.
const defaultTimeoutSeconds = 99_999_999;

/** Compiles a state that calls a function. @throws for a path that is not known here. */
export function compileTask(task: Task): Step {
  const prepare = compileCall(task);
  const finish = compileResult(task);
  const recover = compileCatch(task);

  async function performWithRetries(data: unknown, context: Context, effects: Effects): Promise<unknown> {
    const attempts: number[] = [];
    for (;;) {
      try {
        return await effects.perform(prepare(data, context, effects));
      } catch (thrown) {
        const error = stateErrorOf(thrown);
        const pause = pauseBeforeRetry(task.Retry ?? [], attempts, error);
        if (pause === undefined) throw error;
        await effects.waitUntil(effects.now() + pause);
        effects.entered(context.State.Name, data);
      }
    }
  }
  return async (data, context, effects) => {
    try {
      const result = await performWithRetries(data, context, effects);
      return { next: task.Next, data: finish(data, result, context) };
    } catch (thrown) {
      return recover(data, stateErrorOf(thrown));
    }
  };
}

/** Each attempt has its parameters made anew, with a token of its own. */
function compileCall(task: Task): (data: unknown, context: Context, effects: Effects) => TaskCall {
  const { FunctionName: functionArn, Payload = {}, 'Payload.$': payloadPath } = task.Parameters;
  const input = compileFilter(task.InputPath);
  const payload = payloadPath === undefined ? compileTemplate(Payload) : compilePath(payloadPath);
  const timeout = compileSeconds(task.TimeoutSeconds ?? defaultTimeoutSeconds, task.TimeoutSecondsPath, 1);
  const waitsForToken = task.Resource.endsWith('.waitForTaskToken');

  return (data, context, effects) => {
    const token = waitsForToken ? effects.mintToken() : undefined;
    const effective = input(data, context);
    return {
      functionArn,
      payload: payload(effective, token === undefined ? context : { ...context, Task: { Token: token } }),
      timeoutSeconds: timeout(effective, context),
      token,
    };
  };
}

/** Puts a task's result into what came in. */
function compileResult(task: Task): (data: unknown, result: unknown, context: Context) => unknown {
  const select = task.ResultSelector && compileTemplate(task.ResultSelector);
  const putInto = compileResultPath(task.ResultPath);
  const output = compileFilter(task.OutputPath);
  return (data, result, context) => output(putInto(data, select ? select(result, context) : result), context);
}

/** Leads an error to the first Catch that matches. */
function compileCatch(task: Task): (data: unknown, error: StateError) => Moved {
  const catchers = (task.Catch ?? []).map((one) => ({ ...one, putInto: compileResultPath(one.ResultPath) }));
  return (data, error) => {
    const catcher = catchers.find(({ ErrorEquals }) => matches(ErrorEquals, error));
    if (!catcher) throw error;
    return { next: catcher.Next, data: catcher.putInto(data, { Error: error.name, Cause: error.message }) };
  };
}
