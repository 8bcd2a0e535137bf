/**
 * Which keys DynamoDB takes: none that is empty, and none that is longer than so many bytes. dynalite counts characters, lets
 * the keys of indexes be empty, and looks at no query.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
import { AwsFailure } from '../aws/wire.ts';
import { type Attribute, equated, expressions, type Item, itemsNamed, tableOf } from './access.ts';
import { keySchemaOf, type Table } from './tables.ts';

const mostBytes = { HASH: 2048, RANGE: 1024 };
type KeyType = keyof typeof mostBytes;

/** Checks every key that a call names, sets or asks for. @throws ValidationException in the words of AWS. */
export function checkKeyValues(operation: string, body: Record<string, unknown>, tables: Table[]): void {
  if (operation === 'Query') checkQuery(body, tables);
  if (operation.endsWith('Item')) checkItems(operation, body, tables);
}

function checkItems(operation: string, body: Record<string, unknown>, tables: Table[]): void {
  for (const { tableName, items = [] } of itemsNamed(operation, body)) {
    const table = tableOf(tables, tableName);
    if (!table) continue;
    for (const item of items) {
      for (const { AttributeName, KeyType } of table.definition.KeySchema) checkKey(item[AttributeName], KeyType);
      if (/^(Put|BatchWrite)/.test(operation)) checkIndexes(item, table, emptyInIndex);
    }
    checkIndexes(attributesSet(body), table, () => `The update expression attempted to update ${emptyIndexKey}`);
  }
}

function checkQuery(body: Record<string, unknown>, tables: Table[]): void {
  const query = expressions.parse(body);
  const { KeyConditionExpression: condition = '', ExpressionAttributeValues: values = {} } = query;
  const table = tableOf(tables, body['TableName']);
  const index = typeof body['IndexName'] === 'string' ? body['IndexName'] : undefined;
  const schema = (table && keySchemaOf(table, index)) ?? [];
  const hash = schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
  const equal = equated(condition, query).find(({ name }) => name === hash);
  // Whatever else a key condition compares is the sort key.
  for (const [placeholder] of condition.matchAll(/:\w+/g)) {
    const type = placeholder === equal?.placeholder ? 'HASH' : 'RANGE';
    const name = schema.find(({ KeyType }) => KeyType === type)?.AttributeName ?? '';
    checkKey(values[placeholder], type);
    if (isEmpty(values[placeholder]))
      throw notValid(index === undefined ? `${emptyKey} Key: ${name}` : emptyInIndex(index, name));
  }
}

function attributesSet(body: Record<string, unknown>): Item {
  const call = expressions.parse(body);
  const whole = equated(call.UpdateExpression ?? '', call).filter(({ path }) => path.length === 1);
  return Object.fromEntries(whole.map(({ name, value = {} }) => [name, value]));
}

function checkKey(value: Attribute | undefined, type: KeyType): void {
  if (bytesOf(value) <= mostBytes[type]) return;
  throw invalid(
    type === 'HASH'
      ? 'Size of hashkey has exceeded the maximum size limit of2048 bytes'
      : 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  );
}

function checkIndexes(item: Item, table: Table, ifEmpty: (index: string, key: string) => string): void {
  for (const { IndexName, KeySchema } of table.definition.GlobalSecondaryIndexes ?? []) {
    for (const { AttributeName, KeyType } of KeySchema) {
      if (isEmpty(item[AttributeName])) throw notValid(ifEmpty(IndexName, AttributeName));
      const [bytes, most] = [bytesOf(item[AttributeName]), mostBytes[KeyType]];
      if (bytes > most)
        throw invalid(
          `Size limit exceeded for Index Key ${AttributeName} Actual Size: ${bytes} bytes Max Size: ${most} bytes IndexName: ${IndexName}`,
        );
    }
  }
}

/** Numbers are never too long, nor empty. */
function bytesOf({ S, B }: Attribute = {}): number {
  if (typeof S === 'string') return Buffer.byteLength(S);
  return typeof B === 'string' ? Buffer.byteLength(B, 'base64') : 0;
}

const isEmpty = ({ S, B }: Attribute = {}) => S === '' || B === '';

const emptyKey = 'The AttributeValue for a key attribute cannot contain an empty string value.';
const emptyIndexKey = `a secondary index key to a value that is not supported. ${emptyKey}`;
const emptyInIndex = (index: string, key: string) =>
  `A value specified for a secondary index key is not supported. ${emptyKey} IndexName: ${index}, IndexKey: ${key}`;

const invalid = (what: string) =>
  new AwsFailure('ValidationException', `One or more parameter values were invalid: ${what}`);
const notValid = (what: string) =>
  new AwsFailure('ValidationException', `One or more parameter values are not valid. ${what}`);
