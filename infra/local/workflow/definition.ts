import * as z from 'zod/mini';
import { unfit } from '../template/shape-errors.ts';
import { compileCondition } from './choice-rules.ts';
import { type Choice, type Fail, machineShape, type Path, type State, stateShape } from './definition-shapes.ts';
import { StateError } from './errors.ts';
import type { Definition, Step } from './interpreter.ts';
import { compileFilter, compilePath } from './paths.ts';
import { compileTask } from './task-state.ts';
import { compileWait } from './wait-state.ts';

/**
 * Reads a state machine's definition and compiles its states.
 * @throws naming the state machine, the state and what AWS would refuse or is not known here.
 */
export function readDefinition(text: string, where: string): Definition {
  const machine = parse(machineShape, JSON.parse(text), where);
  const steps = new Map<string, Step>();
  const functionArns = new Set<string>();
  const isState = (name: string) => Object.hasOwn(machine.States, name);
  if (!isState(machine.StartAt)) throw new Error(`${where}: StartAt leads to “${machine.StartAt}”, which is no state`);

  for (const [name, raw] of Object.entries(machine.States)) {
    const at = `${where}, state “${name}” (${raw['Type']})`;
    const state = parse(stateShape, raw, at);
    const missing = targetsOf(state).find((target) => !isState(target));
    if (missing !== undefined) throw new Error(`${at}: it leads to “${missing}”, which is no state`);
    if (state.Type === 'Task') functionArns.add(state.Parameters.FunctionName);
    steps.set(name, compileAt(state, at));
  }
  return { startAt: machine.StartAt, steps, timeoutSeconds: machine.TimeoutSeconds, functionArns: [...functionArns] };
}

function parse<Shape extends z.core.$ZodType>(shape: Shape, value: unknown, where: string): z.output<Shape> {
  const parsed = z.safeParse(shape, value);
  if (!parsed.success) throw new Error(`${where}: ${unfit(parsed.error)}`);
  return parsed.data;
}

/** The states that a state can lead to. */
function targetsOf(state: State): string[] {
  const named = [
    'Next' in state ? state.Next : undefined,
    'Default' in state ? state.Default : undefined,
    ...('Choices' in state ? state.Choices : []).map(({ Next }) => Next),
    ...(('Catch' in state ? state.Catch : undefined) ?? []).map(({ Next }) => Next),
  ];
  return named.filter((name) => name !== undefined);
}

function compileAt(state: State, at: string): Step {
  try {
    return compile(state);
  } catch (error) {
    throw new Error(`${at}: ${error instanceof Error ? error.message : error}`);
  }
}

function compile(state: State): Step {
  switch (state.Type) {
    case 'Task':
      return compileTask(state);
    case 'Wait':
      return throughPaths(state, compileWait(state));
    case 'Choice':
      return throughPaths(state, compileChoice(state));
    case 'Succeed':
      return throughPaths(state, (data) => ({ next: undefined, data }));
    case 'Fail':
      return compileFail(state);
  }
}

/** Of a state that has no result of its own, InputPath and OutputPath choose what it sees and what it leaves. */
function throughPaths(state: { InputPath?: Path; OutputPath?: Path }, step: Step): Step {
  const input = compileFilter(state.InputPath);
  const output = compileFilter(state.OutputPath);
  return async (data, context, effects) => {
    const moved = await step(input(data, context), context, effects);
    return { next: moved.next, data: output(moved.data, context) };
  };
}

function compileChoice({ Choices, Default }: Choice): Step {
  const rules = Choices.map(({ Next, Comment: _, ...condition }) => ({ Next, holds: compileCondition(condition) }));
  return (data, context) => {
    const next = rules.find(({ holds }) => holds(data, context))?.Next ?? Default;
    if (next === undefined) throw new StateError('States.NoChoiceMatched', 'No rule holds, and there is no Default');
    return { next, data };
  };
}

function compileFail({ Error: error = '', ErrorPath, Cause: cause = '', CausePath }: Fail): Step {
  const readError = ErrorPath === undefined ? () => error : compilePath(ErrorPath);
  const readCause = CausePath === undefined ? () => cause : compilePath(CausePath);
  return (data, context) => {
    throw new StateError(String(readError(data, context)), String(readCause(data, context)));
  };
}
