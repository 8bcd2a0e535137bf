import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Case } from './case.ts';
import { createErasedStore } from './erased-store.ts';
import { type Erased, erased, looked, mayHaveLateWriters } from './erasure.ts';
import { erasureEntry } from './index-entries.ts';
import { Place } from './place.ts';

/** How long it is remembered that a case was erased, in seconds: longer than any copy of the tables to be restored from. */
const rememberedFor = 400 * 86_400;

/** Where something lies that belongs to a case. */
interface Part extends Place {
  readonly table: string;
}

export type ErasureStore = ReturnType<typeof createErasureStore>;

/**
 * Erases cases. The head goes first: whoever had read the case before can then write none of it back, and what such a writer
 * has left beside it is found by looking again. Everything can be repeated after being broken off anywhere.
 */
export function createErasureStore(documents: DynamoDBDocumentClient, submissions: string, initiatives: string) {
  const heads = createErasedStore(documents, submissions);

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

  async function partsIn(table: string, pk: string, prefix = ''): Promise<Part[]> {
    const query = {
      TableName: table,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix !== '' && { ':prefix': prefix }) },
      ProjectionExpression: 'pk, sk',
      ConsistentRead: true,
    };
    const found: Part[] = [];
    for await (const { Items = [] } of paginateQuery({ client: documents }, query))
      found.push(...Items.map((item) => ({ table, ...Place.parse(item) })));
    return found;
  }

  /**
   * All that belongs to a case but its head and its facts. Links come last: until then they answer that it was erased. Each
   * goes before what tells where it lies.
   */
  async function remains(head: Erased, now: Date): Promise<Part[]> {
    const { id, entry } = head;
    const kept = ['case', 'audit#', ...(mayHaveLateWriters(head, now) ? ['link#'] : [])];
    const beside = (await partsIn(submissions, id)).filter(({ sk }) => !kept.some((one) => sk.startsWith(one)));
    const notes = await partsIn(submissions, `notes#${id}`);
    const versions = entry === undefined ? [] : await partsIn(initiatives, entry, 'version#');
    return [...beside.flatMap(withLink), ...notes, ...versions];
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
      const head = await heads.read(id);
      if (head?.eraseAt === undefined) return;
      const parts = await remains(head, now);
      for (const { table, ...Key } of parts) await documents.send(new DeleteCommand({ TableName: table, Key }));
      await replace(looked(head, parts.length, now), head.version);
    },
  };
}

function withLink(part: Part): Part[] {
  return part.sk.startsWith('link#') ? [{ table: part.table, pk: part.sk, sk: 'link' }, part] : [part];
}
