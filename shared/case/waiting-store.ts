import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Index, indexes, shards } from './indexes.ts';

/** Finds cases by the indexes of the table Submissions: by what they wait for, and since when. */

const { checks, reminders, waits } = indexes;

const Waiting = z.object({ id: z.string(), since: z.string() });
export type Waiting = z.infer<typeof Waiting>;

/** Entries page by page, over all shards at once; within a page the oldest first. */
type Pages = AsyncIterable<readonly Waiting[]>;

/** What can be due, and the kinds of entries that say so. */
const dueKinds = {
  checks: ['urgent', 'checks'],
  reminders: ['urgent', 'reminders'],
  erasures: ['erasures'],
} as const satisfies Record<string, readonly Index['kinds'][number][]>;
export type Due = keyof typeof dueKinds;
const indexOf: Readonly<Record<Due, Index>> = { checks, reminders, erasures: reminders };

/** Which entries, and how many of a shard at once. */
interface Range {
  readonly since?: Date;
  readonly until: Date;
  readonly perShard?: number;
}

/** One shard of a kind, and where its next page begins. */
interface Shard {
  readonly key: string;
  readonly next?: Record<string, unknown> | undefined;
}

export type WaitingStore = ReturnType<typeof createWaitingStore>;

/** Finds the cases of one table. A store of its own: most functions know their case and need no search. */
export function createWaitingStore(documents: DynamoDBDocumentClient, table: string) {
  async function page(index: Index, { key, next }: Shard, { since = new Date(0), until, perShard = 25 }: Range) {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: index.index,
        KeyConditionExpression: '#shard = :shard AND #at BETWEEN :since AND :until',
        ExpressionAttributeNames: { '#shard': index.key, '#at': index.at },
        ExpressionAttributeValues: { ':shard': key, ':since': since.toISOString(), ':until': until.toISOString() },
        Limit: perShard,
        ExclusiveStartKey: next,
      }),
    );
    const found = Items.map((item) => Waiting.parse({ id: item['pk'], since: item[index.at] }));
    return { key, found, next: LastEvaluatedKey };
  }

  async function* pages(index: Index, kind: string, range: Range): AsyncGenerator<readonly Waiting[], undefined> {
    let left: Shard[] = Array.from({ length: shards }, (_, shard) => ({ key: `${kind}#${shard}` }));
    while (left.length > 0) {
      const read = await Promise.all(left.map((shard) => page(index, shard, range)));
      yield oldestFirst(read.flatMap(({ found }) => found));
      left = read.filter(({ next }) => next !== undefined);
    }
  }

  /** Kind after kind: what is urgent is all found before anything else. */
  async function* due(what: Due, until: Date): AsyncGenerator<readonly Waiting[], undefined> {
    for (const kind of dueKinds[what]) yield* pages(indexOf[what], kind, { until });
  }

  async function firstPage(index: Index, kind: string, until: Date, perShard: number): Promise<readonly Waiting[]> {
    const { value = [] } = await pages(index, kind, { until, perShard }).next();
    return value;
  }

  return {
    /** Cases that the reconciler is to look at. */
    dueChecks: (now: Date): Pages => due('checks', now),
    /** Cases with a reminder due. */
    dueReminders: (now: Date): Pages => due('reminders', now),
    /** Cases that are to be erased, and erased ones beside which something may be left. */
    dueErasures: (now: Date): Pages => due('erasures', now),
    /** Since when a case has been due, at the longest; undefined when none is. */
    async dueSince(what: Due, now: Date): Promise<string | undefined> {
      const firsts = await Promise.all(dueKinds[what].map((kind) => firstPage(indexOf[what], kind, now, 1)));
      return oldestFirst(firsts.flat())[0]?.since;
    },
    /** Cases that wait for a moderator or an operator. */
    waiting: (now: Date, perShard: number) => firstPage(waits, 'waits', now, perShard),
    /** The same, all since a time. */
    waitingSince: (since: Date, now: Date): Pages => pages(waits, 'waits', { since, until: now }),
    /** Submissions that screening held. They wait for nobody in particular and raise no alarm. */
    held: (now: Date, perShard: number) => firstPage(waits, 'held', now, perShard),
  };
}

function oldestFirst(entries: Waiting[]): Waiting[] {
  return entries.sort((a, b) => (a.since < b.since ? -1 : 1));
}
