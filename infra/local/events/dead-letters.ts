import * as z from 'zod/mini';
import { openJournal, readJournal } from '../journal.ts';
import type { Deployment } from '../template/deployment.ts';
import { nameOf, queueArn } from '../template/identities.ts';

const letter = z.object({
  at: z.string(),
  queue: z.string(),
  function: z.string(),
  why: z.string(),
  payload: z.unknown(),
});

export type DeadLetter = z.infer<typeof letter>;

export type DeadLetters = {
  list(): DeadLetter[];
  /** Puts an event that nobody could handle into a queue of the template. */
  put(letter: Omit<DeadLetter, 'at'>): void;
  close(): void;
};

/** The queues of the template hold dead letters only; `counted` learns how many lie in a queue after each one. */
export function openDeadLetters(
  deployment: Deployment,
  path: string,
  now: () => string,
  counted: (queueName: string, letters: number) => void,
): DeadLetters {
  const queues = new Map(
    deployment
      .all('AWS::SQS::Queue', z.strictObject({ QueueName: z.optional(z.string()) }))
      .map(({ id, type, properties }) => {
        const name = nameOf(id, { Type: type, Properties: properties });
        return [queueArn(deployment.location, name), name];
      }),
  );
  const letters = readJournal(path).map((line) => letter.parse(line));
  const journal = openJournal(path, letters);
  return {
    list: () => [...letters],
    put(lost) {
      const put = { at: now(), ...lost };
      journal.append(put);
      letters.push(put);
      counted(queues.get(put.queue) ?? put.queue, letters.filter((one) => one.queue === put.queue).length);
    },
    close: journal.close,
  };
}
