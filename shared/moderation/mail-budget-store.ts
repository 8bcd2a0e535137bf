import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  accountForgottenAt,
  addressHash,
  hourOf,
  knownFor,
  knownKeptFor,
  MailAccount,
  type Ration,
  type RationedMail,
  ration,
  unwantedFor,
} from './mail-budget.ts';

/** How often a write starts over because another mail to the same address came between. */
const mostAttempts = 8;

const Known = z.object({ at: z.string() });

export type MailBudgets = ReturnType<typeof createMailBudgets>;

/**
 * What may still be mailed to whom, in the table Submissions: an account for each address, by its hash; the addresses that
 * are known; and a counter for the hour, where the stage has a budget for all together. What cannot be read or written
 * throws, and then nothing is mailed.
 */
export function createMailBudgets(documents: DynamoDBDocumentClient, table: string, perHour?: number) {
  async function read(pk: string, sk: string): Promise<Record<string, unknown> | undefined> {
    const get = new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true });
    return (await documents.send(get)).Item;
  }

  const accountOf = async (hash: string) => MailAccount.parse((await read(`mails#${hash}`, 'mails')) ?? {});

  async function isKnown(hash: string, now: Date): Promise<boolean> {
    const item = await read(`known#${hash}`, 'known');
    return item !== undefined && Date.parse(Known.parse(item).at) > now.getTime() - knownFor;
  }

  /** Whether the write came through; if not, another was quicker. */
  async function save(hash: string, before: MailAccount, after: MailAccount, now: Date): Promise<boolean> {
    const Item = {
      ...after,
      version: before.version + 1,
      pk: `mails#${hash}`,
      sk: 'mails',
      forgetAt: accountForgottenAt(now),
    };
    return succeeds(
      documents.send(
        new PutCommand({
          TableName: table,
          Item,
          ConditionExpression: 'attribute_not_exists(pk) OR #version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': before.version },
        }),
      ),
    );
  }

  async function change(
    address: string,
    now: Date,
    decide: (account: MailAccount) => Promise<MailAccount | undefined>,
  ) {
    const hash = addressHash(address);
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const before = await accountOf(hash);
      const after = await decide(before);
      if (after === undefined || (await save(hash, before, after, now))) return;
    }
    throw new Error('What an address gets was counted by others each time it was to be written');
  }

  /** One more mail of this hour; false when there have been as many as there may be. */
  async function countInHour(now: Date): Promise<boolean> {
    if (perHour === undefined) return true;
    return succeeds(
      documents.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: 'mails#together', sk: hourOf(now).name },
          UpdateExpression: 'ADD #count :one SET forgetAt = :forgetAt',
          ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1, ':most': perHour, ':forgetAt': accountForgottenAt(now) },
        }),
      ),
    );
  }

  return {
    /** Takes one mail to an address out of its budget. The same mail is taken once, however often it is tried. */
    async take(address: string, mail: RationedMail, now: Date): Promise<Ration> {
      const hash = addressHash(address);
      let taken: Ration = { kind: 'granted' };
      let isCounted = false;
      await change(address, now, async (account) => {
        taken = ration(account, false, mail, now);
        // Most addresses are far from either budget, so whether one is known is seldom asked.
        if (taken.kind !== 'granted' && (await isKnown(hash, now))) taken = ration(account, true, mail, now);
        if (taken.kind !== 'granted' || taken.next === undefined) return undefined;
        isCounted ||= await countInHour(now);
        if (isCounted) return taken.next;
        taken = { kind: 'over', until: hourOf(now).end };
        return undefined;
      });
      return taken;
    },

    /** Somebody has confirmed a case with this address. It may get more, and what they did not want before is wanted now. */
    async noteKnown(address: string, now: Date): Promise<void> {
      const forgetAt = Math.ceil((now.getTime() + knownKeptFor) / 1000);
      const Item = { pk: `known#${addressHash(address)}`, sk: 'known', at: now.toISOString(), forgetAt };
      await documents.send(new PutCommand({ TableName: table, Item }));
    },

    /** The owner of this address sent nothing in; false for an address that is known: it gets mail all the same. */
    async noteUnwanted(address: string, now: Date): Promise<boolean> {
      if (await isKnown(addressHash(address), now)) return false;
      const unwantedUntil = new Date(now.getTime() + unwantedFor).toISOString();
      await change(address, now, async (account) => ({ ...account, unwantedUntil }));
      return true;
    },

    /** Unconfirmed cases may mail to this address again. Gives whether they might not before. */
    async endUnwanted(address: string, now: Date): Promise<boolean> {
      let wasUnwanted = false;
      await change(address, now, async ({ unwantedUntil, ...account }) => {
        wasUnwanted = unwantedUntil !== undefined && unwantedUntil > now.toISOString();
        return wasUnwanted ? account : undefined;
      });
      return wasUnwanted;
    },
  };
}

async function succeeds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
