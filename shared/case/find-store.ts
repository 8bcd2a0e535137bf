import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Place } from './place.ts';

/** As much of a head as tells whose case it is; of an erased one no address is left. */
const Head = z.object({
  pk: z.string(),
  reference: z.string(),
  status: z.string(),
  submitter: z.optional(z.object({ email: z.string() })),
  round: z.optional(z.object({ content: z.object({ contact: z.object({ email: z.string() }) }) })),
});
export type Head = z.infer<typeof Head>;

export type FindStore = ReturnType<typeof createFindStore>;

/** Reads the heads of all cases, for what no index knows. A store of its own, as only operators may do that. */
export function createFindStore(documents: DynamoDBDocumentClient, table: string) {
  return {
    /** A page of heads, from a place on; `next` is absent after the last. */
    async page(from: Place | undefined): Promise<{ heads: readonly Head[]; next: Place | undefined }> {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new ScanCommand({
          TableName: table,
          FilterExpression: 'sk = :case',
          ProjectionExpression: 'pk, #reference, #status, submitter, #round.content.contact',
          ExpressionAttributeNames: { '#reference': 'reference', '#status': 'status', '#round': 'round' },
          ExpressionAttributeValues: { ':case': 'case' },
          ExclusiveStartKey: from,
        }),
      );
      const next = LastEvaluatedKey && Place.parse(LastEvaluatedKey);
      return { heads: Items.map((item) => Head.parse(item)), next };
    },
  };
}
