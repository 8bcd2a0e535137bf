import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Case } from './case.ts';
import { Erased, erased, looked, mayHaveLateWriters } from './erasure.ts';
import { erasureEntry } from './index-entries.ts';

/** How long it is remembered that a case was erased, in seconds: longer than any copy of the tables to be restored from. */
const rememberedFor = 400 * 86_400;

/** Where something lies that belongs to a case. */
interface Place {
  readonly table: string;
  readonly pk: string;
  readonly sk: string;
}

const Key = z.object({ pk: z.string(), sk: z.string() });

export type ErasureStore = ReturnType<typeof createErasureStore>;

/**
 * Erases cases. The head goes first: whoever had read the case before can then write none of it back, and what such a writer
 * has left beside it is found by looking again. Everything can be repeated after being broken off anywhere.
 */
export function createErasureStore(documents: DynamoDBDocumentClient, submissions: string, initiatives: string) {
  async function replace(next: Erased, version: number): Promise<boolean> {
    const put = new PutCommand({
      TableName: submissions,
      Item: { ...next, pk: next.id, sk: 'case', ...erasureEntry(next) },
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    });
    try {
      await documents.send(put);
      return true;
    } catch (error) {
      // Somebody else was quicker; what is due then is found again.
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** In both tables, as either can be restored from an older copy that knows nothing of it. */
  async function remember(id: string, entry: string | undefined, now: Date): Promise<void> {
    const forgetAt = Math.ceil(now.getTime() / 1000) + rememberedFor;
    const Item = { pk: 'erased', sk: id, at: now.toISOString(), ...(entry !== undefined && { entry }), forgetAt };
    for (const TableName of [submissions, initiatives]) await documents.send(new PutCommand({ TableName, Item }));
  }

  async function placesIn(table: string, pk: string, prefix = ''): Promise<Place[]> {
    const query: QueryCommandInput = {
      TableName: table,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix !== '' && { ':prefix': prefix }) },
      ProjectionExpression: 'pk, sk',
      ConsistentRead: true,
    };
    const found: Place[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await documents.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
      found.push(...(answer.Items ?? []).map((item) => ({ table, ...Key.parse(item) })));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return found;
  }

  /**
   * All that belongs to a case but its head and its facts. Links come last: until then they answer that it was erased. Each
   * goes before what tells where it lies.
   */
  async function remains(head: Erased, now: Date): Promise<Place[]> {
    const { id, entry } = head;
    const kept = ['case', 'audit#', ...(mayHaveLateWriters(head, now) ? ['link#'] : [])];
    const beside = (await placesIn(submissions, id)).filter(({ sk }) => !kept.some((one) => sk.startsWith(one)));
    const notes = await placesIn(submissions, `notes#${id}`);
    const versions = entry === undefined ? [] : await placesIn(initiatives, entry, 'version#');
    return [...beside.flatMap(withLink), ...notes, ...versions];
  }

  async function read(id: string): Promise<Erased | undefined> {
    const key = { pk: id, sk: 'case' };
    const { Item } = await documents.send(new GetCommand({ TableName: submissions, Key: key, ConsistentRead: true }));
    return Item?.['status'] === 'erased' ? Erased.parse(Item) : undefined;
  }

  return {
    /** Replaces the head by what may be left of it. `false`: the case has changed since it was read. */
    async erase(current: Case, now: Date): Promise<boolean> {
      const next = erased(current, now);
      await remember(next.id, next.entry, now);
      return replace(next, current.version);
    },

    /** Deletes what lies beside an erased head, and says when to look for it again. */
    async clear(id: string, now: Date): Promise<void> {
      const head = await read(id);
      if (head?.eraseAt === undefined) return;
      const places = await remains(head, now);
      for (const { table, ...Key } of places) await documents.send(new DeleteCommand({ TableName: table, Key }));
      await replace(looked(head, places.length, now), head.version);
    },
  };
}

function withLink(place: Place): Place[] {
  return place.sk.startsWith('link#') ? [{ table: place.table, pk: place.sk, sk: 'link' }, place] : [place];
}
