import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createKeyStore } from '#shared/intake/key-store.ts';
import { noon } from '#test/support/cases.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const tables = useTables();
const store = () => createKeyStore(tables.documents, submissionsTable);
const claim = (submissionId: string, contentHash = 'hash') => ({ submissionId, contentHash });

describe('claiming an idempotency key', () => {
  it('gives the first claim to everybody who comes later, whatever they bring', async () => {
    expect(await store().claim('initiative', 'k1', claim('first'), noon)).toEqual(claim('first'));
    expect(await store().claim('initiative', 'k1', claim('second'), noon)).toEqual(claim('first'));
    expect(await store().claim('initiative', 'k1', claim('third', 'other'), noon)).toEqual(claim('first'));
  });

  it('is a matter of one form', async () => {
    await store().claim('initiative', 'k2', claim('one'), noon);
    expect(await store().claim('contact', 'k2', claim('two'), noon)).toEqual(claim('two'));
  });

  it('never takes one key for another', async () => {
    await store().claim('ab', 'c', claim('one'), noon);
    expect(await store().claim('a', 'bc', claim('two'), noon)).toEqual(claim('two'));
  });

  it('lets one of many at once win, for all of them', async () => {
    const all = Array.from({ length: 10 }, (_, at) => store().claim('initiative', 'k3', claim(`id${at}`), noon));
    expect(new Set((await Promise.all(all)).map(({ submissionId }) => submissionId)).size).toBe(1);
  });
});

describe('what is stored of a key', () => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
  const table = mockClient(documents);

  it('is its hash, to be forgotten after a day', async () => {
    table.on(PutCommand).resolves({});
    await createKeyStore(documents, 'Cases').claim('initiative', 'secret-key', claim('id'), noon);
    const { Item, ConditionExpression } = table.commandCalls(PutCommand)[0]?.args[0].input ?? {};
    expect(Item).toEqual({
      pk: expect.stringMatching(/^key#[0-9a-f]{64}$/),
      sk: 'key',
      ...claim('id'),
      forgetAt: noon.getTime() / 1000 + 86_400,
    });
    expect(ConditionExpression).toBe('attribute_not_exists(pk) OR forgetAt <= :now');
  });

  it('is left to be tried again when the table fails', async () => {
    table.on(PutCommand).rejects(new Error('throttled'));
    await expect(createKeyStore(documents, 'Cases').claim('initiative', 'k', claim('id'), noon)).rejects.toThrow(
      'throttled',
    );
  });
});
