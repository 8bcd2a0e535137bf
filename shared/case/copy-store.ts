import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Case, Round } from './case.ts';
import { Draft } from './draft-store.ts';
import { decisionOf } from './votes.ts';

const Key = z.object({ sk: z.string() });
/** Older releases noted no kind; the key begins with it, or nearly. */
const Mail = z.object({
  sk: z.string(),
  kind: z.optional(z.string()),
  at: z.string(),
  dropped: z.optional(z.boolean()),
});
const LinkPlace = z.object({ kind: z.string(), expiresAt: z.optional(z.string()) });

export type CopyStore = ReturnType<typeof createCopyStore>;

/** All that is kept of a case and concerns its submitter (GDPR, article 15), in one partition of the table Submissions. */
export function createCopyStore(documents: DynamoDBDocumentClient, table: string) {
  async function beside(id: string): Promise<Record<string, unknown>[]> {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :id',
      ExpressionAttributeValues: { ':id': id },
      ConsistentRead: true,
    };
    const items: Record<string, unknown>[] = [];
    for await (const { Items = [] } of paginateQuery({ client: documents }, query)) items.push(...Items);
    return items;
  }

  return {
    /** Names of moderators stay among moderators, and so do their notes: neither is in it. Times are ISO 8601. */
    async copyOf(current: Case) {
      const items = await beside(current.id);
      const of = (prefix: string) => items.filter((item) => Key.parse(item).sk.startsWith(prefix));
      const earlier = of('round#').map((item) => Round.parse(item));
      return {
        id: current.id,
        reference: current.reference,
        form: current.form,
        status: current.status,
        language: current.language,
        sentInAt: current.createdAt,
        confirmedAt: current.confirmedAt ?? null,
        submitter: current.submitter,
        screening: current.verdict,
        rounds: [...earlier.filter(({ number }) => number !== current.round.number), current.round]
          .map(({ number, postedAt, content }) => ({ number, postedAt, content }))
          .sort((one, other) => one.number - other.number),
        drafts: of('draft#').map((item) => {
          const { savedAt, values } = Draft.parse(item);
          return { savedAt, values };
        }),
        decision: decided(current) ?? null,
        mails: of('notice#').flatMap((item) => {
          const { sk, kind = sk.split(/[#/]/)[1], at, dropped = false } = Mail.parse(item);
          return dropped ? [] : [{ kind, at }];
        }),
        links: of('link#').map((item) => {
          const { kind, expiresAt = null } = LinkPlace.parse(item);
          return { kind, expiresAt };
        }),
      };
    },
  };
}

/** Only what is final: votes can be taken back. */
function decided(current: Case) {
  const decision = decisionOf(current);
  if (decision === undefined) return undefined;
  const { decision: kind, institution, reason, comment, comments } = decision;
  return { decision: kind, institution, reason, comment, comments };
}
