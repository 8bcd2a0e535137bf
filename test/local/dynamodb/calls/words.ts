/** The words in which calls on the table of `engines.ts` are written. It holds two items: `known` `a` and `known` `b`. */

export type Body = Record<string, unknown>;

/** A call, and whether DynamoDB takes it or refuses it with which error. */
export interface JudgedCall {
  readonly what: string;
  readonly operation: string;
  readonly body: Body;
  readonly outcome: 'taken' | `${string}Exception`;
}

type Call = Pick<JudgedCall, 'operation' | 'body'>;

export const taken = (what: string, call: Call): JudgedCall => ({ what, ...call, outcome: 'taken' });
export const refused = (what: string, call: Call, outcome: JudgedCall['outcome'] = 'ValidationException') => ({
  what,
  ...call,
  outcome,
});

export const text = (value: string) => ({ S: value });
export const number = (value: string) => ({ N: value });
export const key = (pk: string, sk = 'a') => ({ pk: text(pk), sk: text(sk) });
export const manyKeys = (count: number) => Array.from({ length: count }, (_, index) => key(`many-${index}`));

export const get = (Key: Body, more: Body = {}): Call => ({ operation: 'GetItem', body: { Key, ...more } });

/** Puts an item with these attributes beside its key, or instead of it. */
export const put = (attributes: Body, more: Body = {}): Call => ({
  operation: 'PutItem',
  body: { Item: { ...key('put'), ...attributes }, ...more },
});

/** Updates the first known item; `:v` is the value. `#at` stands for a name that is reserved. */
export const update = (UpdateExpression: string, value: Body): Call => ({
  operation: 'UpdateItem',
  body: {
    Key: key('known'),
    UpdateExpression,
    ...(UpdateExpression.includes(':v') && { ExpressionAttributeValues: { ':v': value } }),
    ...(UpdateExpression.includes('#at') && { ExpressionAttributeNames: { '#at': 'at' } }),
    ReturnValues: 'ALL_NEW',
  },
});

const values = (given: readonly Body[]): Body =>
  Object.fromEntries(given.map((value, index) => [`:${index + 1}`, value]));

/** Queries the table; `:1`, `:2`, … are the values. */
export const query = (condition: string, given: readonly Body[], more: Body = {}): Call => ({
  operation: 'Query',
  body: { KeyConditionExpression: condition, ExpressionAttributeValues: values(given), ...more },
});

/** Queries the index. */
export const queryIndex = (condition: string, given: readonly Body[], more: Body = {}): Call =>
  query(condition, given, {
    IndexName: 'byDue',
    ...(condition.includes('#at') && { ExpressionAttributeNames: { '#at': 'at' } }),
    ...more,
  });

/** Looks for items. */
export const scan = (FilterExpression: string, given: readonly Body[] = []): Call => ({
  operation: 'Scan',
  body: { FilterExpression, ...(given.length > 0 && { ExpressionAttributeValues: values(given) }) },
});

export const batch = (operation: 'BatchWriteItem' | 'BatchGetItem', Notes?: unknown): Call => ({
  operation,
  body: { RequestItems: Notes === undefined ? {} : { Notes } },
});
