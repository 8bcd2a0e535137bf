import * as z from 'zod/mini';
import type { EventContract, TaskContract } from './contract.ts';
import { count, logError, logInfo } from './telemetry.ts';

/** This execution is no longer the case's driver: it ends and writes nothing. The workflow catches it by name. */
export class Superseded extends Error {
  override name = 'Superseded';
}

/** The question has been answered meanwhile: back to the first step. The workflow catches it by name. */
export class AlreadyAnswered extends Error {
  override name = 'AlreadyAnswered';
}

/** A task of the workflow: its input and output are what the contract says. Accidents are thrown, for Step Functions to retry. */
export function taskFunction<Input, Output>(
  contract: TaskContract & { input: z.ZodMiniType<Input>; output: z.ZodMiniType<Output> },
  perform: (input: Input) => Promise<Output>,
) {
  return async (event: unknown): Promise<Output> => {
    try {
      return z.parse(contract.output, await perform(z.parse(contract.input, event)));
    } catch (error) {
      if (error instanceof Superseded || error instanceof AlreadyAnswered) expectedEnding(error.name);
      else logError('task failed', error);
      throw error;
    }
  };
}

/** Lambda counts a thrown error whatever its meaning; the alarm takes these off again. */
function expectedEnding(outcome: string): void {
  logInfo('task ended early', { outcome });
  count('ExpectedEndings');
}

/** A function called by a schedule, an event or an operator. */
export function eventFunction<Input, Outcome>(
  contract: EventContract & { input: z.ZodMiniType<Input> },
  perform: (input: Input) => Promise<Outcome>,
) {
  return async (event: unknown): Promise<Outcome> => {
    try {
      return await perform(z.parse(contract.input, event));
    } catch (error) {
      logError('function failed', error);
      throw error;
    }
  };
}
