import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Fact } from './audit.ts';
import { Case, Round } from './case.ts';
import { indexEntries } from './index-entries.ts';

/**
 * Cases in the table Submissions. One item, the head, decides; every write of it names the version that was read, so two
 * writers can never both succeed. What the head outgrows lies beside it: `round#<n>`, `audit#<n>`, `notice#<key>`.
 */

/** How often a change starts over because another was quicker. Two people at once need one. */
const mostAttempts = 8;

/** What a rule makes of a case: an ending by name, with the case to be stored if that ending changes it. */
export interface Outcome {
  readonly kind: string;
  readonly next?: Case;
}

/**
 * The table cannot hold the content of a case, however often it is written. What a form takes should never bring this about:
 * a check is missing.
 */
export class NotStorable extends Error {
  override readonly name = 'NotStorable';
}

/** How it ended, and the case as it is now stored. */
export interface Changed<Ending extends Outcome> {
  readonly outcome: Ending;
  readonly case: Case;
}

export type CaseStore = ReturnType<typeof createCaseStore>;

/** The cases of one table. */
export function createCaseStore(documents: DynamoDBDocumentClient, table: string) {
  async function read(id: string): Promise<Case | undefined> {
    const key = { pk: id, sk: 'case' };
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item === undefined || isErased(Item) ? undefined : Case.parse(Item);
  }

  /** Makes the case exist, with everything that intake knows of it. `exists`: a retry or a twin was here before. */
  async function create(first: Case): Promise<'created' | 'exists'> {
    const put = new PutCommand({
      TableName: table,
      Item: head(first),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    return (await succeeds(documents.send(put))) ? 'created' : 'exists';
  }

  /** Replaces the head if it is still the one that was read; moves out what the new head no longer holds. */
  async function save(before: Case, after: Case): Promise<'saved' | 'changed'> {
    const kept = new Set(after.facts.map((fact) => fact.number));
    const past = before.facts.filter((fact) => !kept.has(fact.number));
    await Promise.all(past.map((fact) => keep(before.id, `audit#${String(fact.number).padStart(6, '0')}`, fact)));
    if (before.round.number !== after.round.number) await keep(before.id, `round#${before.round.number}`, before.round);
    const put = new PutCommand({
      TableName: table,
      Item: head({ ...after, version: before.version + 1 }),
      ConditionExpression: '#version = :version AND #status = :status',
      ExpressionAttributeNames: { '#version': 'version', '#status': 'status' },
      ExpressionAttributeValues: { ':version': before.version, ':status': before.status },
    });
    return (await succeeds(documents.send(put))) ? 'saved' : 'changed';
  }

  function keep(id: string, sk: string, what: object) {
    return documents.send(new PutCommand({ TableName: table, Item: { ...what, pk: id, sk } }));
  }

  async function list(id: string, prefix: string): Promise<Record<string, unknown>[]> {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :id AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':id': id, ':prefix': prefix },
        ConsistentRead: true,
      }),
    );
    return Items;
  }

  return {
    read,
    create,
    save,

    /** Whether there was a case of that id which has been erased. */
    async wasErased(id: string): Promise<boolean> {
      const key = { pk: id, sk: 'case' };
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item !== undefined && isErased(Item);
    },

    /** Reads, applies the rule and writes; starts over when another write came between. Undefined: no such case. */
    async change<Ending extends Outcome>(
      id: string,
      decide: (current: Case) => Ending,
    ): Promise<Changed<Ending> | undefined> {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const current = await read(id);
        if (current === undefined) return undefined;
        const outcome = decide(current);
        const { next } = outcome;
        if (next === undefined) return { outcome, case: current };
        if ((await save(current, next)) === 'saved')
          return { outcome, case: { ...next, version: current.version + 1 } };
      }
      throw new Error('A case was changed by others each time it was to be written');
    },

    /** Everything that happened, oldest first. */
    async facts(current: Pick<Case, 'id' | 'facts'>): Promise<Fact[]> {
      const past = (await list(current.id, 'audit#')).map((item) => Fact.parse(item));
      const known = new Set(past.map((fact) => fact.number));
      return [...past, ...current.facts.filter((fact) => !known.has(fact.number))];
    },

    /** An earlier round; undefined when there was none of that number. */
    async earlierRound(id: string, number: number): Promise<Round | undefined> {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: { pk: id, sk: `round#${number}` }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : Round.parse(Item);
    },

    /** The keys of the mails that have left. */
    async sentMails(id: string): Promise<ReadonlySet<string>> {
      const items = await list(id, 'notice#');
      return new Set(items.map((item) => z.string().parse(item['sk']).slice('notice#'.length)));
    },

    /** Whether a mail is noted. */
    async isMailed(id: string, key: string): Promise<boolean> {
      const Key = { pk: id, sk: `notice#${key}` };
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item !== undefined;
    },

    /**
     * Notes that a mail has left, once and for all: what has been noted stays. `messageId` is the mail service's; a mail that
     * was `dropped`, as too many went to its address, is never sent any more.
     */
    async noteMail(
      id: string,
      key: string,
      sent: { kind: string; at: string } & ({ messageId: string } | { dropped: true }),
    ): Promise<void> {
      const Item = { ...sent, pk: id, sk: `notice#${key}` };
      await succeeds(
        documents.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
      );
    },
  };
}

/** What is left of an erased case is no case any more (erasure.ts). */
function isErased(item: Record<string, unknown>): boolean {
  return item['status'] === 'erased';
}

/** The head as an item: the case, and what the indexes find it by. */
function head(of: Case): Record<string, unknown> {
  return { ...of, pk: of.id, sk: 'case', ...indexEntries(of) };
}

/** Whether the conditional write of a head succeeded. After a lost answer the SDK repeats it, and the condition fails: callers read again. */
async function succeeds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    // The SDK has no class for it. Keys and expressions are ours and tested, so what is refused is content.
    throw error instanceof DynamoDBServiceException && error.name === 'ValidationException' ? new NotStorable() : error;
  }
}
