import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { hashOf } from '#shared/case/content-hash.ts';

/**
 * How long a key is remembered, in seconds: longer than anybody retries, and short, because whoever guesses a key and
 * knows the content from the catalogue is answered with a link to the case.
 */
const rememberedFor = 86_400;

const Claim = z.object({ submissionId: z.string(), contentHash: z.string() });
/** Which submission a sender's idempotency key stands for, and with what content. */
export type Claim = z.infer<typeof Claim>;

export type KeyStore = ReturnType<typeof createKeyStore>;

/** Idempotency keys in the table Submissions. A claim means nothing until its case exists; a retry completes it. */
export function createKeyStore(documents: DynamoDBDocumentClient, table: string) {
  const itemKey = (form: string, key: string) => ({ pk: `key#${hashOf([form, key])}`, sk: 'key' });

  const put = (input: Omit<PutCommandInput, 'TableName'>) =>
    documents.send(new PutCommand({ TableName: table, ...input }));

  return {
    /** Claims the key of a form; the claim that counts is the one returned, which may be an earlier one. */
    async claim(form: string, key: string, claim: Claim, now: Date): Promise<Claim> {
      const Item = { ...itemKey(form, key), ...claim, forgetAt: Math.ceil(now.getTime() / 1000) + rememberedFor };
      try {
        await put({
          Item,
          // The table deletes late, so what is forgotten is also told from the item.
          ConditionExpression: 'attribute_not_exists(pk) OR forgetAt <= :now',
          ExpressionAttributeValues: { ':now': Math.floor(now.getTime() / 1000) },
        });
        return claim;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      const Key = itemKey(form, key);
      const stored = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Claim.parse(stored.Item);
    },

    /** Lets a key go whose claim came to nothing: it may come again with other content. */
    async release(form: string, key: string, claim: Claim, now: Date): Promise<void> {
      const Item = { ...itemKey(form, key), ...claim, forgetAt: Math.floor(now.getTime() / 1000) };
      try {
        await put({
          Item,
          ConditionExpression: 'submissionId = :id',
          ExpressionAttributeValues: { ':id': claim.submissionId },
        });
      } catch (error) {
        // Somebody has claimed it anew.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
