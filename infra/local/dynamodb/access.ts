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
export type Attribute = z.infer<typeof attribute>;
const item = z.record(z.string(), attribute);
export type Item = z.infer<typeof item>;

const single = z.looseObject({ TableName: z.string(), Key: z.optional(item), Item: z.optional(item) });
/** What a call says in expressions. */
export const expressions = z.looseObject({
  KeyConditionExpression: z.optional(z.string()),
  UpdateExpression: z.optional(z.string()),
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.optional(item),
});
export type Expressions = z.infer<typeof expressions>;
const search = z.looseObject({ TableName: z.string(), IndexName: z.optional(z.string()) });
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
  if (operation === 'Query' || operation === 'Scan') {
    const { TableName, IndexName } = search.parse(body);
    const table = arnOf(tables, TableName);
    const resource = IndexName === undefined ? table : `${table}/index/${IndexName}`;
    return [{ resource, leadingKeys: queriedKeys(tables, TableName, IndexName, expressions.parse(body)) }];
  }
  return itemsNamed(operation, body).map(({ tableName, items }) => ({
    resource: arnOf(tables, tableName),
    leadingKeys: items && hashKeys(tables, tableName, items),
  }));
}

/** The keys and whole items that a call other than a search names, by table; undefined when it names none. */
export function itemsNamed(
  operation: string,
  body: Record<string, unknown>,
): { tableName: string; items: Item[] | undefined }[] {
  if (operation.startsWith('Batch')) {
    return Object.entries(batch.parse(body).RequestItems).map(([tableName, requests]) => ({
      tableName,
      items: Array.isArray(requests)
        ? requests.map((one) => one.PutRequest?.Item ?? one.DeleteRequest?.Key ?? {})
        : requests.Keys,
    }));
  }
  const { TableName, Key, Item } = single.parse(body);
  const named = Key ?? Item;
  return [{ tableName: TableName, items: named && [named] }];
}

/** The attributes that an expression of a call compares or sets as `<path> = :value`; `name` is the first of the path. */
export function equated(
  expression: string,
  call: Expressions,
): { name: string; path: string[]; placeholder: string; value: Attribute | undefined }[] {
  return [...expression.matchAll(/([#\w.[\]-]+)\s*=\s*(:\w+)/g)].map(([, written = '', placeholder = '']) => {
    const steps = written.split(/[.[]/).map((step) => call.ExpressionAttributeNames?.[step] ?? step);
    const [name = '', ...deeper] = steps;
    return { name, path: [name, ...deeper], placeholder, value: call.ExpressionAttributeValues?.[placeholder] };
  });
}

function arnOf(tables: Table[], name: string): string {
  return tableOf(tables, name)?.arn ?? `arn:aws:dynamodb:::table/${name}`;
}

function hashKeys(tables: Table[], tableName: string, items: Item[]): string[] {
  const table = tableOf(tables, tableName);
  const name = table && hashKeyOf(table);
  return name === undefined ? [] : items.map((one) => keyText(one[name]));
}

function keyText(value: Attribute | undefined): string {
  return String(Object.values(value ?? {})[0] ?? '');
}

/** The hash key of a query stands in its key condition, as `<name> = :value`. */
function queriedKeys(
  tables: Table[],
  tableName: string,
  indexName: string | undefined,
  query: Expressions,
): string[] | undefined {
  const table = tableOf(tables, tableName);
  const hashKey = table && hashKeyOf(table, indexName);
  if (query.KeyConditionExpression === undefined || hashKey === undefined) return undefined;
  const found = equated(query.KeyConditionExpression, query).find(({ name }) => name === hashKey);
  return found && [keyText(found.value)];
}
