import * as z from 'zod/mini';
import { type LogFields, logError, logInfo } from './log.ts';

/**
 * The two endings of a waiting task. They are thrown, because Step Functions ignores what such a task returns and can only
 * catch errors by name. Every other ending is a value.
 */
export class NamedEnding extends Error {
  constructor(name: 'Superseded' | 'AlreadyAnswered') {
    super(name);
    this.name = name;
  }
}

/** A task of the workflow, with the input and output of its contract. Exceptions are thrown, for Step Functions to retry. */
export function taskFunction<Input, Output>(
  contract: { input: z.ZodMiniType<Input>; output: z.ZodMiniType<Output> },
  perform: (input: Input) => Promise<Output>,
) {
  return async (event: unknown): Promise<Output> => {
    const about = idsIn(event);
    try {
      return z.parse(contract.output, await perform(z.parse(contract.input, event)));
    } catch (error) {
      if (error instanceof NamedEnding) logInfo('task ended early', { ...about, outcome: error.name });
      else logError('task failed', error, about);
      throw withoutMessage(error);
    }
  };
}

/** A function called by a schedule, an event or an operator. */
export function eventFunction<Input, Outcome>(
  contract: { input: z.ZodMiniType<Input> },
  perform: (input: Input) => Promise<Outcome>,
) {
  return async (event: unknown): Promise<Outcome> => {
    try {
      return await perform(z.parse(contract.input, event));
    } catch (error) {
      logError('function failed', error, idsIn(event));
      throw withoutMessage(error);
    }
  };
}

const Ids = z.object({ submissionId: z.optional(z.string()), execution: z.optional(z.string()) });

/** The ids by which an operator finds the log lines of a case. */
function idsIn(event: unknown): LogFields {
  const parsed = Ids.safeParse(event);
  return parsed.success ? parsed.data : {};
}

/** Lambda logs what is thrown and Step Functions keeps it, and a message may quote an address. Retries go by the name. */
function withoutMessage(error: unknown): Error {
  const bare = new Error('See the line before this one.');
  bare.name = error instanceof Error ? error.name : 'Error';
  return bare;
}
