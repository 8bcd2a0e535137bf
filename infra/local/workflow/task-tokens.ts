import { randomUUID } from 'node:crypto';
import { AwsFailure } from '../aws/wire.ts';
import type { StateError } from './errors.ts';

export type TaskEnding = { kind: 'success'; output: unknown } | { kind: 'failure'; error: StateError };

/** The tokens of tasks that wait for an answer. A token is good for one attempt and one answer. */
export type TaskTokens = {
  mint(executionArn: string): string;
  /** Lets a token take an answer; returns a way to make it dead. */
  open(token: string, answer: (ending: TaskEnding) => void): () => void;
  /** Hands an answer over. @throws InvalidToken, TaskDoesNotExist or TaskTimedOut. */
  answer(token: string, ending: TaskEnding): void;
  /** The execution a token belongs to. @throws InvalidToken. */
  executionOf(token: string): string;
};

const prefix = 'local-task';

/** `knows` tells whether an execution ever was: a token of a known one is late, of an unknown one it never was. */
export function taskTokens(knows: (executionArn: string) => boolean): TaskTokens {
  const waiting = new Map<string, (ending: TaskEnding) => void>();

  function executionOf(token: string): string {
    const [mark, executionArn, id] = Buffer.from(token, 'base64').toString('utf8').split(' ');
    if (mark !== prefix || executionArn === undefined || id === undefined)
      throw new AwsFailure('InvalidToken', 'Invalid token');
    return executionArn;
  }
  return {
    mint: (executionArn) => Buffer.from(`${prefix} ${executionArn} ${randomUUID()}`).toString('base64'),
    open(token, answer) {
      waiting.set(token, answer);
      return () => waiting.delete(token);
    },
    answer(token, ending) {
      const executionArn = executionOf(token);
      const answer = waiting.get(token);
      if (!answer) {
        throw knows(executionArn)
          ? new AwsFailure('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
          : new AwsFailure('TaskDoesNotExist', 'Task does not exist');
      }
      waiting.delete(token);
      answer(ending);
    },
    executionOf,
  };
}
