/** Which tables, indexes and hash keys a DynamoDB call touches: what IAM decides on. Pure. */
import * as z from 'zod/mini';
import { hashKeyOf, type Table } from './tables.ts';

export type Access = {
  /** The ARN of a table or of one of its indexes. */
  resource: string;
  /** The hash keys named by the call; undefined when it names none, as a scan. */
  leadingKeys: string[] | undefined;
};

const attribute = z.record(z.string(), z.unknown());
const item = z.record(z.string(), attribute);
const single = z.looseObject({ TableName: z.string(), Key: z.optional(item), Item: z.optional(item) });
const search = z.looseObject({
  TableName: z.string(),
  IndexName: z.optional(z.string()),
  KeyConditionExpression: z.optional(z.string()),
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.optional(item),
});
const batch = z.looseObject({
  RequestItems: z.record(
    z.string(),
    z.union([
      z.looseObject({ Keys: z.array(item) }),
      z.array(
        z.looseObject({
          PutRequest: z.optional(z.object({ Item: item })),
          DeleteRequest: z.optional(z.object({ Key: item })),
        }),
      ),
    ]),
  ),
});

/** Finds a table of the template by name or ARN. */
export function tableOf(tables: Table[], nameOrArn: unknown): Table | undefined {
  return tables.find((table) => table.definition.TableName === nameOrArn || table.arn === nameOrArn);
}

/** Lists what a call touches. A table that the template does not have still has an ARN to be denied. */
export function accessesOf(operation: string, body: Record<string, unknown>, tables: Table[]): Access[] {
  if (operation === 'ListTables') return [{ resource: '*', leadingKeys: undefined }];
  if (operation.startsWith('Batch')) {
    return Object.entries(batch.parse(body).RequestItems).map(([name, requests]) => {
      const items = Array.isArray(requests)
        ? requests.map((one) => one.PutRequest?.Item ?? one.DeleteRequest?.Key ?? {})
        : requests.Keys;
      return { resource: arnOf(tables, name), leadingKeys: hashKeys(tables, name, items) };
    });
  }
  if (operation === 'Query' || operation === 'Scan') {
    const { TableName, IndexName, ...rest } = search.parse(body);
    const table = arnOf(tables, TableName);
    const resource = IndexName === undefined ? table : `${table}/index/${IndexName}`;
    return [{ resource, leadingKeys: queriedKeys(tables, TableName, IndexName, rest) }];
  }
  const { TableName, Key, Item } = single.parse(body);
  const named = Key ?? Item;
  return [{ resource: arnOf(tables, TableName), leadingKeys: named && hashKeys(tables, TableName, [named]) }];
}

function arnOf(tables: Table[], name: string): string {
  return tableOf(tables, name)?.arn ?? `arn:aws:dynamodb:::table/${name}`;
}

function hashKeys(tables: Table[], tableName: string, items: z.infer<typeof item>[]): string[] {
  const table = tableOf(tables, tableName);
  const name = table && hashKeyOf(table);
  return name === undefined ? [] : items.map((one) => keyText(one[name]));
}

function keyText(value: z.infer<typeof attribute> | undefined): string {
  return String(Object.values(value ?? {})[0] ?? '');
}

/** The hash key of a query stands in its key condition, as `<name> = :value`. */
function queriedKeys(
  tables: Table[],
  tableName: string,
  indexName: string | undefined,
  query: Pick<
    z.infer<typeof search>,
    'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >,
): string[] | undefined {
  const table = tableOf(tables, tableName);
  const hashKey = table && hashKeyOf(table, indexName);
  if (query.KeyConditionExpression === undefined || hashKey === undefined) return undefined;
  for (const [, name = '', placeholder = ''] of query.KeyConditionExpression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)) {
    const attributeName = query.ExpressionAttributeNames?.[name] ?? name;
    if (attributeName === hashKey) return [keyText(query.ExpressionAttributeValues?.[placeholder])];
  }
  return undefined;
}
