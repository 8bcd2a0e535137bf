import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, idOf } from '../fixture/clients.ts';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

describe('DynamoDB', () => {
  let world: FixtureWorld;
  let TableName: string;
  let dynamodb: ReturnType<typeof clientsFor>['dynamodb'];
  beforeAll(async () => {
    world = await bootFixture();
    TableName = idOf(world, 'AWS::DynamoDB::GlobalTable');
    ({ dynamodb } = clientsFor(world));
  });
  afterAll(() => discard(world));

  const note = (pk: string, more = {}) => ({ pk: { S: pk }, sk: { S: 'note' }, ...more });

  it('has the table of the template with its keys and index', async () => {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      GlobalSecondaryIndexes: [{ IndexName: 'byDue', IndexStatus: 'ACTIVE' }],
    });
  });

  it('answers a query of the index with the projected keys, in order', async () => {
    for (const [pk, dueAt] of [
      ['q2', '2'],
      ['q1', '1'],
      ['q3', '3'],
    ] as const) {
      await dynamodb.send(
        new PutItemCommand({
          TableName,
          Item: note(pk, { dueBucket: { S: 'q' }, dueAt: { S: dueAt }, text: { S: 'x' } }),
        }),
      );
    }
    const { Items } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'byDue',
        KeyConditionExpression: 'dueBucket = :b AND dueAt < :t',
        ExpressionAttributeValues: { ':b': { S: 'q' }, ':t': { S: '3' } },
      }),
    );
    expect(Items?.map((item) => [item['pk']?.S, item['text']])).toEqual([
      ['q1', undefined],
      ['q2', undefined],
    ]);
  });

  it('gives the item back when a condition fails and the caller asks for it', async () => {
    await dynamodb.send(new PutItemCommand({ TableName, Item: note('c1', { text: { S: 'first' } }) }));
    const failure = await dynamodb
      .send(
        new UpdateItemCommand({
          TableName,
          Key: note('c1'),
          UpdateExpression: 'SET #t = :t',
          ConditionExpression: 'attribute_not_exists(pk)',
          ExpressionAttributeNames: { '#t': 'text' },
          ExpressionAttributeValues: { ':t': { S: 'second' } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ConditionalCheckFailedException', Item: { text: { S: 'first' } } });
  });

  it('refuses transactions and members it does not know, aloud', async () => {
    const transaction = dynamodb.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Delete: { TableName, Key: note('x') } }] }),
    );
    await expect(transaction).rejects.toMatchObject({ name: 'UnknownOperationException' });
    const legacy = dynamodb.send(new GetItemCommand({ TableName, Key: note('x'), AttributesToGet: ['pk'] }));
    await expect(legacy).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('AttributesToGet'),
    });
  });

  it('lets a function do what its policy allows and nothing else', async () => {
    const read = clientsFor(world, world.credentialsFor('Read')).dynamodb;
    await expect(read.send(new GetItemCommand({ TableName, Key: note('x') }))).resolves.toBeDefined();
    await expect(read.send(new PutItemCommand({ TableName, Item: note('x') }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(
        /is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:.*:table\//,
      ),
    });
    await expect(world.get('/overreach').then((response) => response.json())).resolves.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it('holds a function to the hash keys its policy names', async () => {
    const tick = clientsFor(world, world.credentialsFor('Tick')).dynamodb;
    const update = (pk: string) =>
      tick.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: { S: pk }, sk: { S: 's' } },
          UpdateExpression: 'SET a = :a',
          ExpressionAttributeValues: { ':a': { N: '1' } },
        }),
      );
    await expect(update('counter')).resolves.toBeDefined();
    await expect(update('other')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('takes an access key that is no function’s for the operator’s', async () => {
    const shell = clientsFor(world, { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' }).dynamodb;
    await expect(shell.send(new ScanCommand({ TableName }))).resolves.toBeDefined();
  });

  it('records each call with caller, resource and units', async () => {
    await dynamodb.send(
      new BatchWriteItemCommand({
        RequestItems: { [TableName]: [{ PutRequest: { Item: note('b1') } }, { PutRequest: { Item: note('b2') } }] },
      }),
    );
    const call = world.calls().findLast((one) => one.action === 'dynamodb:BatchWriteItem');
    expect(call).toMatchObject({ caller: 'operator', allowed: true, writeUnits: 2, readUnits: 0 });
  });

  describe('a key longer than it may be', () => {
    // Two bytes each: bytes count, not characters.
    const long = (bytes: number) => 'ø'.repeat(bytes / 2);
    const hashKey = 'Size of hashkey has exceeded the maximum size limit of2048 bytes';
    const sortKey = 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes';

    it.each([
      ['in a key', () => dynamodb.send(new GetItemCommand({ TableName, Key: note(long(2050)) })), hashKey],
      [
        'in the sort key of an item',
        () => dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: 'x' }, sk: { S: long(1026) } } })),
        sortKey,
      ],
      [
        'in a batch',
        () =>
          dynamodb.send(
            new BatchWriteItemCommand({
              RequestItems: { [TableName]: [{ DeleteRequest: { Key: note(long(2050)) } }] },
            }),
          ),
        hashKey,
      ],
      [
        'in what a query asks for',
        () =>
          dynamodb.send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: '#p = :p AND begins_with(sk, :s)',
              ExpressionAttributeNames: { '#p': 'pk' },
              ExpressionAttributeValues: { ':p': { S: long(2048) }, ':s': { S: long(1026) } },
            }),
          ),
        sortKey,
      ],
      [
        'in an index that an update sets',
        () =>
          dynamodb.send(
            new UpdateItemCommand({
              TableName,
              Key: note('x'),
              UpdateExpression: 'SET dueAt = :d',
              ExpressionAttributeValues: { ':d': { S: long(1026) } },
            }),
          ),
        'Size limit exceeded for Index Key dueAt Actual Size: 1026 bytes Max Size: 1024 bytes IndexName: byDue',
      ],
    ])('is refused %s', async (_, call, why) => {
      await expect(call()).rejects.toMatchObject({
        name: 'ValidationException',
        message: `One or more parameter values were invalid: ${why}`,
      });
    });

    it('is none at exactly the limit', async () => {
      const key = { pk: { S: long(2048) }, sk: { S: long(1024) } };
      await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key, text: { S: long(4096) } } }));
      expect((await dynamodb.send(new GetItemCommand({ TableName, Key: key }))).Item).toMatchObject(key);
    });
  });
});
