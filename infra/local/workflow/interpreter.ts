import type { Context } from './paths.ts';

/** One attempt at a task. */
export type TaskCall = {
  functionArn: string;
  payload: unknown;
  timeoutSeconds: number;
  /** Given when the task is over by an answer to this token, and not by what the function returns. */
  token: string | undefined;
};

/** What an execution does beside deciding what comes next. */
export type Effects = {
  now(): number;
  waitUntil(moment: number): Promise<void>;
  /** Performs a task once. @throws StateError. */
  perform(call: TaskCall): Promise<unknown>;
  mintToken(): string;
  /** A state was entered, first or again by a retry. */
  entered(state: string, data: unknown): void;
};

/** Takes an execution through one state. @throws StateError when no Catch applies. */
export type Step = (data: unknown, context: Context, effects: Effects) => Promise<Moved> | Moved;

/** Where a state leads, nowhere at the end, and with which data. */
export type Moved = { next: string | undefined; data: unknown };

export type Definition = {
  startAt: string;
  steps: Map<string, Step>;
  timeoutSeconds: number | undefined;
  /** The functions that the machine calls, by ARN. */
  functionArns: string[];
};

/** Runs an execution from its first state to its end and gives its output. @throws StateError when it fails. */
export async function interpret(
  { startAt, steps }: Definition,
  input: unknown,
  context: Omit<Context, 'State'>,
  effects: Effects,
): Promise<unknown> {
  let data = input;
  let name: string | undefined = startAt;
  while (name !== undefined) {
    effects.entered(name, data);
    const step = steps.get(name);
    if (!step) throw new Error(`no state ${name}`);
    const moved: Moved = await step(data, { ...context, State: { Name: name } }, effects);
    name = moved.next;
    data = moved.data;
  }
  return data;
}
