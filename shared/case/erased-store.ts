import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Erased } from './erasure.ts';

export type ErasedStore = ReturnType<typeof createErasedStore>;

/** What is left of cases that were erased, in the table Submissions. */
export function createErasedStore(documents: DynamoDBDocumentClient, table: string) {
  return {
    /** Undefined: there is no case of that id, or it was not erased. */
    async read(id: string): Promise<Erased | undefined> {
      const Key = { pk: id, sk: 'case' };
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item?.['status'] === 'erased' ? Erased.parse(Item) : undefined;
    },
  };
}
