import type { Activity } from '../clock/activity.ts';
import { stateErrorOf } from './errors.ts';
import { type Definition, type Effects, interpret } from './interpreter.ts';
import type { TaskEnding } from './task-tokens.ts';
import { startTask, type TaskDependencies } from './tasks.ts';

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
  arn: string;
  name: string;
  machine: { arn: string; name: string; roleArn: string; definition: Definition };
  input: string;
};

type Dependencies = TaskDependencies & {
  activity: Activity;
  /** A state was entered (first or again by a retry), as AWS bills it. */
  entered(): void;
};

/** Runs one execution. It counts as going on until its end, except while it waits on the clock or for an answer. */
export function runExecution({ arn, name, machine, input }: Run, dependencies: Dependencies): RunningExecution {
  const { clock, activity } = dependencies;
  const { startAt, timeoutSeconds } = machine.definition;
  const ended = Promise.withResolvers<Ending>();
  let state = startAt;
  let isOver = false;
  let waits = false;
  let endActivity = activity.begin();
  let giveUpWaiting = () => {};
  let cancelTimeout = () => {};

  /** Gives `start` what ends the wait, and gets from it what gives it up. Never settles once the execution is over. */
  function until<Result>(atRest: boolean, start: (done: (result: Result) => void) => () => void): Promise<Result> {
    return new Promise((resolve) => {
      if (isOver) return;
      let isDone = false;
      const giveUp = start((result) => {
        if (isDone || isOver) return;
        isDone = true;
        giveUp();
        waits = false;
        if (atRest) endActivity = activity.begin();
        resolve(result);
      });
      giveUpWaiting = giveUp;
      waits = atRest;
      if (atRest) endActivity();
    });
  }
  function end(ending: Ending): void {
    if (isOver) return;
    isOver = true;
    giveUpWaiting();
    cancelTimeout();
    ended.resolve(ending);
    // Whoever awaits the ending acts on it before the execution counts as at rest.
    setImmediate(() => endActivity());
  }

  const effects: Effects = {
    now: clock.now,
    waitUntil: (moment) => until<void>(true, (done) => clock.at(Math.max(moment, clock.now()), done)),
    async perform(call) {
      const ending = await until<TaskEnding>(call.token !== undefined, (done) => startTask(call, dependencies, done));
      if (ending.kind === 'failure') throw ending.error;
      return ending.output;
    },
    mintToken: () => dependencies.tokens.mint(arn),
    entered(name) {
      state = name;
      dependencies.entered();
    },
  };
  if (timeoutSeconds !== undefined)
    cancelTimeout = clock.at(clock.now() + timeoutSeconds * 1000, () => end({ status: 'TIMED_OUT' }));
  const parsedInput: unknown = JSON.parse(input);
  const context = {
    Execution: { Id: arn, Name: name, Input: parsedInput, RoleArn: machine.roleArn, StartTime: clock.iso() },
    StateMachine: { Id: machine.arn, Name: machine.name },
  };
  interpret(machine.definition, parsedInput, context, effects).then(
    (output) => end({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
    (thrown) => {
      const { name: error, message: cause } = stateErrorOf(thrown);
      end({ status: 'FAILED', error, cause });
    },
  );
  return {
    ended: ended.promise,
    abort: (error, cause) => end({ status: 'ABORTED', error, cause }),
    where: () => ({ state, waits }),
  };
}
