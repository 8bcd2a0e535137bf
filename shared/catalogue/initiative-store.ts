import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Position } from './cursor.ts';
import { Initiative, Tombstone } from './initiative.ts';

/** One item names every month in which something was published, so that empty months cost nothing to skip. */
const calendarKey = { pk: 'calendar', sk: 'months' };
const Calendar = z.object({ months: z.set(z.string()) });

/** An item of the table also holds its keys; readers never see them. */
const Stored = z.extend(Initiative, {
  pk: z.string(),
  sk: z.string(),
  month: z.string(),
  newest: z.string(),
});

const VersionDates = z.pick(Initiative, { version: true, updatedAt: true });

/** As we give them. What an address holds can be anything, and longer than a key may be. */
const Id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** What stands under an id: an entry, what is left of one that was withdrawn, or nothing that readers may know of. */
export type Found =
  | { readonly kind: 'public'; readonly initiative: Initiative }
  | { readonly kind: 'withdrawn'; readonly tombstone: Tombstone }
  | { readonly kind: 'unknown' };

export interface PublishedVersion {
  readonly version: number;
  /** ISO 8601. */
  readonly publishedAt: string;
}

interface Page {
  readonly items: readonly Initiative[];
  /** Where the next page begins; undefined on the last. */
  readonly next: Position | undefined;
}

/** What the catalogue's functions may do: read. */
export function createCatalogue(documents: DynamoDBDocumentClient, table: string) {
  async function months(): Promise<string[]> {
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key: calendarKey }));
    return Item === undefined ? [] : [...Calendar.parse(Item).months].sort().reverse();
  }

  /** Up to `limit` of one month, newest first, after a position if one is given. Long entries come in several answers. */
  async function ofMonth(month: string, limit: number, after: string | undefined) {
    const items: z.infer<typeof Stored>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await documents.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'newest',
          KeyConditionExpression: after === undefined ? '#month = :month' : '#month = :month AND #newest < :after',
          ExpressionAttributeNames: { '#month': 'month', ...(after !== undefined && { '#newest': 'newest' }) },
          ExpressionAttributeValues: { ':month': month, ...(after !== undefined && { ':after': after }) },
          ScanIndexForward: false,
          Limit: limit - items.length,
          ExclusiveStartKey: start,
        }),
      );
      items.push(...(answer.Items ?? []).map((item) => Stored.parse(item)));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined && items.length < limit);
    return items;
  }

  return {
    /** What readers find under an id. */
    async read(id: string): Promise<Found> {
      if (!Id.safeParse(id).success) return { kind: 'unknown' };
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key: { pk: id, sk: 'current' } }));
      if (Item === undefined) return { kind: 'unknown' };
      if ('withdrawnAt' in Item) return { kind: 'withdrawn', tombstone: Tombstone.parse(Item) };
      return { kind: 'public', initiative: toInitiative(Stored.parse(Item)) };
    },

    /** The versions of an entry and when each was published, newest first. Their texts are not read along. */
    async versions(id: string): Promise<readonly PublishedVersion[]> {
      const found: PublishedVersion[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const answer = await documents.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :id AND begins_with(sk, :version)',
            ExpressionAttributeValues: { ':id': id, ':version': 'version#' },
            ProjectionExpression: '#version, updatedAt',
            ExpressionAttributeNames: { '#version': 'version' },
            ExclusiveStartKey: start,
          }),
        );
        const versions = (answer.Items ?? []).map((item) => VersionDates.parse(item));
        found.push(...versions.map(({ version, updatedAt }) => ({ version, publishedAt: updatedAt })));
        start = answer.LastEvaluatedKey;
      } while (start !== undefined);
      return found.sort((one, other) => other.version - one.version);
    },

    /** A page, newest first. Costs as much as the page holds, whatever the catalogue holds. */
    async list(limit: number, after?: Position): Promise<Page> {
      const found: z.infer<typeof Stored>[] = [];
      for (const month of await months()) {
        if (after !== undefined && month > after.month) continue;
        const start = month === after?.month ? after.newest : undefined;
        // One more than asked for, to know whether there is a next page.
        found.push(...(await ofMonth(month, limit + 1 - found.length, start)));
        if (found.length > limit) break;
      }
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(toInitiative),
        next: found.length > limit && last !== undefined ? Position.parse(last) : undefined,
      };
    },

    /** Throws when the table does not answer. */
    async check(): Promise<void> {
      await months();
    },
  };
}

/** What bringing the catalogue up to date may do: write. Safe to repeat, and an older edition never replaces a newer. */
export function createPublisher(documents: DynamoDBDocumentClient, table: string, now: () => Date) {
  async function put(item: Record<string, unknown>, condition: object): Promise<void> {
    try {
      await documents.send(new PutCommand({ TableName: table, Item: item, ...condition }));
    } catch (error) {
      // Written before, by a try whose answer was lost, or by a later edition.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** Puts what readers find under an id. `change` and `changed` say when that was written, whatever the entry says of itself. */
  async function putCurrent(id: string, edition: number, item: Record<string, unknown>): Promise<void> {
    const at = now().toISOString();
    await put(
      { ...item, pk: id, sk: 'current', edition, change: at.slice(0, 7), changed: `${at}#${id}` },
      {
        ConditionExpression: 'attribute_not_exists(edition) OR edition < :edition',
        ExpressionAttributeValues: { ':edition': edition },
      },
    );
  }

  return {
    /** Puts a version into the catalogue. The version that is kept for the history is without the contact, who may hide it later. */
    async publish(initiative: Initiative, edition: number): Promise<void> {
      const { id, version, publishedAt } = initiative;
      const month = publishedAt.slice(0, 7);
      const { contact: _, ...kept } = initiative;
      await put({ ...kept, pk: id, sk: `version#${version}` }, { ConditionExpression: 'attribute_not_exists(pk)' });
      const added = new UpdateCommand({
        TableName: table,
        Key: calendarKey,
        UpdateExpression: 'ADD months :month',
        ExpressionAttributeValues: { ':month': new Set([month]) },
      });
      await documents.send(added);
      await putCurrent(id, edition, { ...initiative, month, newest: `${publishedAt}#${id}` });
    },

    /** Leaves of an entry only that it was withdrawn; no list names it any more. */
    async withdraw(tombstone: Tombstone, edition: number): Promise<void> {
      await putCurrent(tombstone.id, edition, tombstone);
    },
  };
}
export type Publisher = ReturnType<typeof createPublisher>;

/** What only the table needs. */
const ownAttributes = ['pk', 'sk', 'month', 'newest', 'edition', 'change', 'changed'];

function toInitiative(stored: z.infer<typeof Stored>): Initiative {
  return Initiative.parse(Object.fromEntries(Object.entries(stored).filter(([name]) => !ownAttributes.includes(name))));
}
