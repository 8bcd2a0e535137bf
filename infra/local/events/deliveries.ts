import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Functions, LocalFunction } from '../functions/functions.ts';
import { openJournal, readJournal } from '../journal.ts';
import type { Deployment } from '../template/deployment.ts';
import type { DeadLetters } from './dead-letters.ts';

const configShape = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.optional(z.literal('$LATEST')),
  MaximumRetryAttempts: z.optional(z.number()),
  DestinationConfig: z.optional(z.strictObject({ OnFailure: z.optional(z.strictObject({ Destination: z.string() })) })),
});

const added = z.object({ kind: z.literal('added'), id: z.string(), functionArn: z.string(), payload: z.unknown() });
const done = z.object({ kind: z.literal('done'), id: z.string() });
const line = z.discriminatedUnion('kind', [added, done]);

type Delivery = { id: string; functionArn: string; payload: unknown; kept: boolean };

export type Deliveries = {
  /**
   * Hands an event to a function without waiting for it, as Lambda's asynchronous invocation does: two more tries after
   * one and two minutes, then the dead-letter queue. A `kept` event is tried again by the next boot if this one did not get through.
   */
  enqueue(target: LocalFunction, payload: unknown, kept: boolean): void;
  /** Events on their way. */
  pending(): number;
  /** Starts delivering, first of all what an earlier process left. */
  begin(): void;
  close(): void;
};

type Dependencies = {
  clock: Clock;
  activity: Activity;
  functions: Functions;
  deadLetters: DeadLetters;
  /** Whether the function's role may send to its queue. */
  maySend(target: LocalFunction, queueArn: string): boolean;
};

const retryAfterMs = [60_000, 120_000];

export function openDeliveries(deployment: Deployment, path: string, dependencies: Dependencies): Deliveries {
  const { clock, activity, functions, deadLetters } = dependencies;
  const configs = new Map(
    deployment
      .all('AWS::Lambda::EventInvokeConfig', configShape)
      .map(({ properties }) => [functions.find(properties.FunctionName)?.id, properties]),
  );
  const pending = new Map<string, Delivery>();
  for (const entry of readJournal(path).map((text) => line.parse(text))) {
    if (entry.kind === 'done') pending.delete(entry.id);
    else pending.set(entry.id, { id: entry.id, functionArn: entry.functionArn, payload: entry.payload, kept: true });
  }
  const journal = openJournal(
    path,
    [...pending.values()].map(({ kept: _, ...delivery }) => ({ kind: 'added', ...delivery })),
  );
  let open = false;

  function finish(delivery: Delivery): void {
    pending.delete(delivery.id);
    if (delivery.kept) journal.append({ kind: 'done', id: delivery.id });
  }

  async function attempt(delivery: Delivery, target: LocalFunction, tries: number): Promise<void> {
    const end = activity.begin();
    try {
      const outcome = await functions.invoke(target, delivery.payload);
      if (!open) return;
      if (outcome.kind === 'returned') return finish(delivery);
      const most = configs.get(target.id)?.MaximumRetryAttempts ?? retryAfterMs.length;
      if (tries < most) {
        clock.at(clock.now() + (retryAfterMs[tries] ?? 0), () => void attempt(delivery, target, tries + 1));
        return;
      }
      giveUp(delivery, target, outcome.error.errorType);
    } finally {
      end();
    }
  }

  function giveUp(delivery: Delivery, target: LocalFunction, why: string): void {
    const queue = configs.get(target.id)?.DestinationConfig?.OnFailure?.Destination;
    if (queue !== undefined && dependencies.maySend(target, queue)) {
      deadLetters.put({ queue, function: target.name, why, payload: delivery.payload });
    }
    finish(delivery);
  }

  function deliver(delivery: Delivery): void {
    const target = functions.find(delivery.functionArn);
    if (target) void attempt(delivery, target, 0);
    else finish(delivery);
  }

  return {
    enqueue(target, payload, kept) {
      const delivery = { id: randomUUID(), functionArn: target.arn, payload, kept };
      if (kept) journal.append({ kind: 'added', id: delivery.id, functionArn: delivery.functionArn, payload });
      pending.set(delivery.id, delivery);
      if (open) deliver(delivery);
    },
    pending: () => pending.size,
    begin() {
      open = true;
      for (const delivery of pending.values()) deliver(delivery);
    },
    close() {
      open = false;
      journal.close();
    },
  };
}
