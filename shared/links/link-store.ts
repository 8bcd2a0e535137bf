import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { forgetAt, Link, Secret, secretHash } from './link.ts';

export type LinkStore = ReturnType<typeof createLinkStore>;

/** Links in the table Submissions, found by the hash of their secret. `newSecret` gives 256 random bits as base64url. */
export function createLinkStore(documents: DynamoDBDocumentClient, table: string, newSecret: () => string) {
  return {
    /** Stores a link and gives its secret, which is not to be had again. Beside the case it is noted where the link lies. */
    async mint(link: Link): Promise<string> {
      const secret = newSecret();
      const { kind, submissionId, expiresAt } = link;
      const place = `link#${secretHash(secret)}`;
      const put = (item: Record<string, unknown>) =>
        documents.send(new PutCommand({ TableName: table, Item: { ...item, forgetAt: forgetAt(link) } }));
      await Promise.all([
        put({ ...link, pk: place, sk: 'link' }),
        put({ pk: submissionId, sk: place, kind, ...(expiresAt !== undefined && { expiresAt }) }),
      ]);
      return secret;
    },

    /** The link of a secret; undefined when it is malformed or unknown. */
    async find(secret: string): Promise<Link | undefined> {
      if (!Secret.safeParse(secret).success) return undefined;
      const key = { pk: `link#${secretHash(secret)}`, sk: 'link' };
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item === undefined ? undefined : Link.parse(Item);
    },
  };
}
