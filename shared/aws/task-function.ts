import * as z from 'zod/mini';
import type { EventContract, TaskContract } from './contract.ts';
import { logError, logInfo } from './log.ts';

/**
 * The two endings of a waiting task that are thrown (DESIGN §3): what it returns is ignored, so the workflow can only
 * catch them by name. Every other ending is a value.
 */
export class NamedEnding extends Error {
  constructor(name: 'Superseded' | 'AlreadyAnswered') {
    super(name);
    this.name = name;
  }
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
      if (error instanceof NamedEnding) logInfo('task ended early', { outcome: error.name });
      else logError('task failed', error);
      throw error;
    }
  };
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
