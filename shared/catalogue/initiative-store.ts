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
import { Initiative } from './initiative.ts';

/** One item names every month in which something was published, so that empty months cost nothing to skip. */
const calendarKey = { pk: 'calendar', sk: 'months' };
const Calendar = z.object({ months: z.set(z.string()) });

/** An item of the table also holds its keys; readers never see them. */
const Stored = z.extend(Initiative, { pk: z.string(), sk: z.string(), month: z.string(), newest: z.string() });

/** As we give them. What an address holds can be anything, and longer than a key may be. */
const Id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

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
    /** The current version; undefined when there is no such initiative. */
    async read(id: string): Promise<Initiative | undefined> {
      if (!Id.safeParse(id).success) return undefined;
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key: { pk: id, sk: 'current' } }));
      return Item === undefined ? undefined : toInitiative(Stored.parse(Item));
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

/** What publishing may do: write. Safe to repeat. */
export function createPublisher(documents: DynamoDBDocumentClient, table: string) {
  async function put(item: Record<string, unknown>, condition: object): Promise<void> {
    try {
      await documents.send(new PutCommand({ TableName: table, Item: item, ...condition }));
    } catch (error) {
      // Written before, by a try whose answer was lost.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    /** Puts a version into the catalogue; an older one never replaces a newer. */
    async publish(initiative: Initiative): Promise<void> {
      const { id, version, publishedAt } = initiative;
      const month = publishedAt.slice(0, 7);
      await put(
        { ...initiative, pk: id, sk: `version#${version}` },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
      const added = new UpdateCommand({
        TableName: table,
        Key: calendarKey,
        UpdateExpression: 'ADD months :month',
        ExpressionAttributeValues: { ':month': new Set([month]) },
      });
      await documents.send(added);
      await put(
        { ...initiative, pk: id, sk: 'current', month, newest: `${publishedAt}#${id}` },
        {
          ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
          ExpressionAttributeValues: { ':version': version },
        },
      );
    },
  };
}
export type Publisher = ReturnType<typeof createPublisher>;

function toInitiative({
  pk: _pk,
  sk: _sk,
  month: _month,
  newest: _newest,
  ...initiative
}: z.infer<typeof Stored>): Initiative {
  return initiative;
}
