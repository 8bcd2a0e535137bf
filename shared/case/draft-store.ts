import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

export const Draft = z.object({
  /** As a browser posts them. */
  values: z.record(z.string(), z.readonly(z.array(z.string()))),
  savedAt: z.string(),
});
/** A revision that its submitter has begun and not sent. */
export type Draft = z.infer<typeof Draft>;

/** How long a draft is kept after it was saved, in seconds: longer than changes are waited for. */
const keptFor = 40 * 86_400;

export type DraftStore = ReturnType<typeof createDraftStore>;

/** Drafts in the table Submissions, one for each round that is answered: a revision that is sent opens the next and so ends it. */
export function createDraftStore(documents: DynamoDBDocumentClient, table: string) {
  const key = (submissionId: string, round: number) => ({ pk: submissionId, sk: `draft#${round}` });
  return {
    /** Keeps a draft in place of the one before. */
    async save(submissionId: string, round: number, draft: Draft): Promise<void> {
      const forgetAt = Math.ceil(Date.parse(draft.savedAt) / 1000) + keptFor;
      const Item = { ...draft, ...key(submissionId, round), forgetAt };
      await documents.send(new PutCommand({ TableName: table, Item }));
    },

    /** The draft of the answer to a round; undefined when there is none. */
    async read(submissionId: string, round: number): Promise<Draft | undefined> {
      const get = new GetCommand({ TableName: table, Key: key(submissionId, round), ConsistentRead: true });
      const { Item } = await documents.send(get);
      return Item === undefined ? undefined : Draft.parse(Item);
    },
  };
}
