/**
 * The longest keys that DynamoDB takes, in bytes: dynalite counts characters, and looks at no index and no query.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
import { AwsFailure } from '../aws/wire.ts';
import { type Attribute, equated, expressions, type Item, itemsNamed, tableOf } from './access.ts';
import { hashKeyOf, type Table } from './tables.ts';

const mostBytes = { HASH: 2048, RANGE: 1024 };
type KeyType = keyof typeof mostBytes;

/** Checks every key that a call names, sets or asks for. @throws ValidationException in the words of AWS. */
export function checkKeySizes(operation: string, body: Record<string, unknown>, tables: Table[]): void {
  if (operation === 'Query') checkQuery(body, tables);
  if (operation.endsWith('Item')) checkItems(operation, body, tables);
}

function checkItems(operation: string, body: Record<string, unknown>, tables: Table[]): void {
  for (const { tableName, items = [] } of itemsNamed(operation, body)) {
    const table = tableOf(tables, tableName);
    if (!table) continue;
    for (const item of items) {
      for (const { AttributeName, KeyType } of table.definition.KeySchema) checkKey(item[AttributeName], KeyType);
      if (/^(Put|BatchWrite)/.test(operation)) checkIndexes(item, table);
    }
    checkIndexes(attributesSet(body), table);
  }
}

function checkQuery(body: Record<string, unknown>, tables: Table[]): void {
  const query = expressions.parse(body);
  const { KeyConditionExpression: condition = '', ExpressionAttributeValues: values = {} } = query;
  const table = tableOf(tables, body['TableName']);
  const index = typeof body['IndexName'] === 'string' ? body['IndexName'] : undefined;
  const hashKey = table && hashKeyOf(table, index);
  const hash = equated(condition, query).find(({ name }) => name === hashKey);
  // Whatever else a key condition compares is the sort key.
  for (const [placeholder] of condition.matchAll(/:\w+/g))
    checkKey(values[placeholder], placeholder === hash?.placeholder ? 'HASH' : 'RANGE');
}

function attributesSet(body: Record<string, unknown>): Item {
  const call = expressions.parse(body);
  return Object.fromEntries(equated(call.UpdateExpression ?? '', call).map(({ name, value = {} }) => [name, value]));
}

function checkKey(value: Attribute | undefined, type: KeyType): void {
  if (bytesOf(value) <= mostBytes[type]) return;
  throw invalid(
    type === 'HASH'
      ? 'Size of hashkey has exceeded the maximum size limit of2048 bytes'
      : 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  );
}

function checkIndexes(item: Item, table: Table): void {
  for (const { IndexName, KeySchema } of table.definition.GlobalSecondaryIndexes ?? []) {
    for (const { AttributeName, KeyType } of KeySchema) {
      const [bytes, most] = [bytesOf(item[AttributeName]), mostBytes[KeyType]];
      if (bytes > most)
        throw invalid(
          `Size limit exceeded for Index Key ${AttributeName} Actual Size: ${bytes} bytes Max Size: ${most} bytes IndexName: ${IndexName}`,
        );
    }
  }
}

/** Numbers are never too long. */
function bytesOf({ S, B }: Attribute = {}): number {
  if (typeof S === 'string') return Buffer.byteLength(S);
  return typeof B === 'string' ? Buffer.byteLength(B, 'base64') : 0;
}

const invalid = (what: string) =>
  new AwsFailure('ValidationException', `One or more parameter values were invalid: ${what}`);
