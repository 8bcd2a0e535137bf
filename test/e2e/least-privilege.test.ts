import { GetItemCommand, PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusedCalls } from '#test/support/grants.ts';
import { example, type Story } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, dynamodbAs, tableNamed, world } = await startWorld();

const denied = { name: 'AccessDeniedException' };
let story: Story;
beforeAll(async () => {
  story = await begin(example('dk-cykler-til-alle'));
  await story.confirm();
  await story.approve();
});

describe("The catalogue's functions", () => {
  const readers = ['ListInitiatives', 'ReadInitiative', 'ShowPages'];
  const head = () => ({ pk: { S: story.id }, sk: { S: 'case' } });

  test.each(readers)('%s reads an initiative', async (reader) => {
    const entry = { S: await story.entryId() };
    const Key = { pk: entry, sk: { S: 'current' } };
    const { Item } = await dynamodbAs(reader).send(new GetItemCommand({ TableName: tableNamed('Initiatives'), Key }));
    expect(Item?.['pk']).toEqual(entry);
  });

  test.each(readers)('%s cannot read a submission', async (reader) => {
    const client = dynamodbAs(reader);
    const TableName = tableNamed('Submissions');
    await expect(client.send(new GetItemCommand({ TableName, Key: head() }))).rejects.toMatchObject(denied);
    await expect(client.send(new ScanCommand({ TableName }))).rejects.toMatchObject(denied);
  });

  test.each(readers)('%s cannot write', async (reader) => {
    const put = new PutItemCommand({ TableName: tableNamed('Initiatives'), Item: head() });
    await expect(dynamodbAs(reader).send(put)).rejects.toMatchObject(denied);
  });
});

describe('Functions that handle submissions', () => {
  const query = () =>
    new QueryCommand({
      TableName: tableNamed('Submissions'),
      KeyConditionExpression: 'pk = :id',
      ExpressionAttributeValues: { ':id': { S: story.id } },
    });

  test('intake writes a case and cannot look through any', async () => {
    await expect(dynamodbAs('SubmitForm').send(query())).rejects.toMatchObject(denied);
    // Where no test asks for it, this would fail its file.
    expect(refusedCalls(world)).toContainEqual(expect.stringMatching(/^SubmitForm\w+ dynamodb:Query /));
  });

  test('the status page reads a history and cannot change it', async () => {
    const client = dynamodbAs('ShowStatus');
    expect((await client.send(query())).Items?.length).toBeGreaterThan(1);
    const Item = { pk: { S: story.id }, sk: { S: 'case' } };
    await expect(client.send(new PutItemCommand({ TableName: tableNamed('Submissions'), Item }))).rejects.toMatchObject(
      denied,
    );
  });

  test('publishing writes initiatives and cannot list them', async () => {
    const scan = new ScanCommand({ TableName: tableNamed('Initiatives') });
    await expect(dynamodbAs('UpdateCatalogue').send(scan)).rejects.toMatchObject(denied);
  });
});
