import * as z from 'zod/mini';
import { type Answer, type Asked, answered, operationOf, refused } from './wire.ts';

const PutEvents = z.object({ Entries: z.tuple([z.object({ DetailType: z.string(), Detail: z.string() })]) });

/** EventBridge, as far as our own events go: what other systems were told. */
export function openBus() {
  const told: { readonly type: string; readonly detail: string }[] = [];
  return {
    told,
    async answer(asked: Asked): Promise<Answer> {
      if (operationOf(asked) !== 'PutEvents') return refused('UnknownOperationException', asked.path);
      const [{ DetailType, Detail }] = PutEvents.parse(JSON.parse(asked.body)).Entries;
      told.push({ type: DetailType, detail: Detail });
      return answered({ FailedEntryCount: 0, Entries: [{ EventId: `event-${told.length}` }] });
    },
  };
}
