import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { hashOf } from '#shared/case/content-hash.ts';
import type { Counter } from './post-budget.ts';

/** How much longer than it counts the table keeps what stands here, in seconds. */
const kept = 2 * 86_400;

const DayKey = z.object({ secret: z.string() });
const Count = z.object({ count: z.int() });

export type GateStore = ReturnType<typeof createGateStore>;

/** What intake counts and remembers of posts before they are cases, in the table Submissions. `newSecret` gives 256 random bits. */
export function createGateStore(documents: DynamoDBDocumentClient, table: string, newSecret: () => string) {
  const keys = new Map<string, string>();

  async function find(pk: string, sk: string): Promise<unknown> {
    const get = new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true });
    return (await documents.send(get)).Item;
  }

  /** Whether it was not there before. */
  async function put(pk: string, sk: string, item: object, now: Date): Promise<boolean> {
    const Item = { ...item, pk, sk, forgetAt: Math.ceil(now.getTime() / 1000) + kept };
    try {
      await documents.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    /** The secret of a day, made by whoever first needs it. It is read once a day and instance. */
    async dayKey(day: string, now: Date): Promise<string> {
      const known = keys.get(day);
      if (known !== undefined) return known;
      const pk = `day#${day}`;
      const found = await find(pk, 'key');
      const secret = newSecret();
      const isMine = found === undefined && (await put(pk, 'key', { secret }, now));
      const key = isMine ? secret : DayKey.parse(found ?? (await find(pk, 'key'))).secret;
      keys.clear();
      keys.set(day, key);
      return key;
    },

    /** Counts one more, and gives how many there are. */
    async count({ key, window, ends }: Counter): Promise<number> {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: key, sk: window },
          UpdateExpression: 'ADD #count :one SET forgetAt = :forgetAt',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1, ':forgetAt': Math.ceil(Date.parse(ends) / 1000) + kept },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Count.parse(Attributes).count;
    },

    /** How many have been counted. */
    async counted({ key, window }: Counter): Promise<number> {
      const found = await find(key, window);
      return found === undefined ? 0 : Count.parse(found).count;
    },

    /** Uses up a solved challenge; false when it has been used before. */
    spend: (challenge: string, now: Date) => put(`spent#${hashOf(challenge)}`, 'spent', {}, now),
  };
}
