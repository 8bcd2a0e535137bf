import { AsyncLocalStorage } from 'node:async_hooks';
import type { FunctionPath } from '#infra/functions.ts';
import { operationOf, readRequest } from './wire.ts';

/** One run of a function, from being called to its answer, its error or its death. */
export interface Invocation {
  readonly number: number;
  readonly of: FunctionPath;
  /** Ends its process: nothing that comes later in it is run. `alone` is false if with it ends the execution that called it. */
  kill(alone: boolean): void;
}

/** A call to AWS by a function that runs. */
export interface Call {
  /** Counted over all functions, from 1. */
  readonly number: number;
  readonly by: Invocation;
  /** Such as `PutItem case`: the operation and what tells its object from others. */
  readonly what: string;
  /** Whether it changes nothing in AWS. */
  readonly reads: boolean;
}

/** Carries out a call, or does with it whatever a proof is about. */
export type Around = <Result>(call: Call, send: () => Promise<Result>) => Promise<Result>;
/** Lets AWS call a function, once or more often. */
export type Deliver = <Result>(number: number, run: () => Promise<Result>) => Promise<Result>;

/** How others see the end of a function whose process died. */
export class Died extends Error {
  override readonly name = 'Runtime.ExitError';
}

interface Running extends Invocation {
  isDead: boolean;
  readonly underWay: Set<Promise<unknown>>;
  readonly died: Promise<never>;
}

const never = new Promise<never>(() => {});

/** What is used of any SDK client: where its middlewares are added. */
export interface Client<Args, Result> {
  readonly middlewareStack: {
    add(
      middleware: (next: (args: Args) => Promise<Result>) => (args: Args) => Promise<Result>,
      options: { name: string; step: 'deserialize'; priority: 'high' | 'low' },
    ): void;
  };
}

/** Runs functions, and sees every call to AWS that they make, reads too. Calls by nobody are the test's own and not counted. */
export function watchInvocations(around: Around, deliver: Deliver) {
  const inside = new AsyncLocalStorage<Running>();
  const calls: Call[] = [];
  const invocations: Invocation[] = [];

  async function perform<Result>(by: Running, request: unknown, send: () => Promise<Result>): Promise<Result> {
    if (by.isDead) return never;
    const call = { number: calls.length + 1, by, ...describe(request) };
    calls.push(call);
    const sent = around(call, send);
    const settled = sent.then(
      () => {},
      () => {},
    );
    by.underWay.add(settled);
    await settled;
    by.underWay.delete(settled);
    return by.isDead ? never : sent;
  }

  function runOnce<Result>(of: FunctionPath, body: () => Promise<Result>, stop: () => void): Promise<Result> {
    const death = Promise.withResolvers<never>();
    const running: Running = {
      number: invocations.length + 1,
      of,
      isDead: false,
      underWay: new Set(),
      died: death.promise,
      kill(alone) {
        running.isDead = true;
        if (!alone) stop();
        // What has been sent to AWS is carried out there, although nobody hears of it.
        setImmediate(() => Promise.all(running.underWay).then(() => death.reject(new Died(of))));
      },
    };
    invocations.push(running);
    return inside.run(running, () => Promise.race([body(), death.promise]));
  }

  return {
    calls,
    invocations,
    /** Has AWS call a function. `stop` ends the execution that called it, if one did. */
    run: <Result>(of: FunctionPath, body: () => Promise<Result>, stop = () => {}): Promise<Result> =>
      deliver(invocations.length + 1, () => runOnce(of, body, stop)),
    /** Has the calls of a client counted and carried out by `around`. Outside of everything else that is done with an answer. */
    watch<Args extends { readonly request: unknown }, Result>(client: Client<Args, Result>): void {
      client.middlewareStack.add(
        (next) => (args) => {
          const by = inside.getStore();
          return by === undefined ? next(args) : perform(by, args.request, () => next(args));
        },
        { name: 'watched', step: 'deserialize', priority: 'high' },
      );
    },
  };
}

function describe(request: unknown): Pick<Call, 'what' | 'reads'> {
  const asked = readRequest(request);
  const operation = operationOf(asked) || 'SendEmail';
  const object = /"sk":\{"S":"([a-z]+)/.exec(asked.body)?.[1] ?? /"IndexName":"(\w+)"/.exec(asked.body)?.[1] ?? '';
  return { what: `${operation} ${object}`.trim(), reads: operation === 'GetItem' || operation === 'Query' };
}
