import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Tables } from './tables.ts';

/** `before`: the call never reached AWS. `after`: it was carried out and only its answer was lost. */
export type FaultKind = 'before' | 'after';

/** Lets exactly one call that changes something in AWS fail: the `at`-th, counted over all of them. */
export function oneFault(at: number, kind: FaultKind) {
  let calls = 0;
  async function attempt<Result>(call: () => Promise<Result>): Promise<Result> {
    calls += 1;
    if (calls !== at) return call();
    if (kind === 'after') await call();
    throw new Error('The power went');
  }
  return {
    calls: () => calls,
    attempt,
    /** The same tables, seen by somebody whose writes are counted. */
    over: (tables: Tables): Tables => ({
      endpoint: tables.endpoint,
      documents: Object.assign(Object.create(tables.documents), {
        send: (command: Parameters<Tables['documents']['send']>[0]) => {
          const send = () => tables.documents.send(command);
          return command instanceof PutCommand || command instanceof UpdateCommand ? attempt(send) : send();
        },
      }),
    }),
  };
}
