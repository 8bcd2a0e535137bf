import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, idOf } from '../fixture/clients.ts';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

describe('events', () => {
  let world: FixtureWorld;
  let clients: ReturnType<typeof clientsFor>;
  beforeAll(async () => {
    world = await bootFixture();
    clients = clientsFor(world);
  });
  afterAll(() => discard(world));

  async function counted(dynamodb: DynamoDBClient, key: string): Promise<string | undefined> {
    const { Item } = await dynamodb.send(
      new GetItemCommand({
        TableName: idOf(world, 'AWS::DynamoDB::GlobalTable'),
        Key: { pk: { S: 'counter' }, sk: { S: key } },
      }),
    );
    return Item?.['n']?.N;
  }
  const put = (id: string, more = {}, bus = 'FixtureEvents6AC47B13') =>
    clients.events.send(
      new PutEventsCommand({
        Entries: [
          { EventBusName: bus, Source: 'fixture', DetailType: 'NoteFinished', Detail: JSON.stringify({ id, ...more }) },
        ],
      }),
    );

  it('reach the functions behind the rules of their bus', async () => {
    await expect(put('e1')).resolves.toMatchObject({ FailedEntryCount: 0 });
    await world.rest();
    expect(await counted(clients.dynamodb, 'NoteFinished:e1')).toBe('1');
  });

  it('on another bus reach nobody', async () => {
    await put('e2', {}, 'default');
    await world.rest();
    expect(await counted(clients.dynamodb, 'NoteFinished:e2')).toBeUndefined();
  });

  it('tell of each end of an execution on the default bus', async () => {
    await world.post('/notes', { id: 'doomed', text: 'x' });
    await world.rest();
    expect(await counted(clients.dynamodb, 'FAILED:doomed-1')).toBe('1');
    expect(await counted(clients.dynamodb, 'RUNNING:doomed-1')).toBeUndefined();
  });

  it('are tried twice more by the clock, then lie in the dead-letter queue that the function may write to', async () => {
    const errors = () =>
      world.counts().metrics[
        Object.keys(world.counts().metrics).find((key) => key.includes('Errors') && key.includes('Watch')) ?? ''
      ] ?? 0;
    await put('e3', { faulty: true });
    await world.rest();
    expect(errors()).toBe(1);
    await world.advance(61_000);
    expect([errors(), world.deadLetters().length]).toEqual([2, 0]);
    await world.advance(121_000);
    expect(errors()).toBe(3);
    expect(world.deadLetters()).toMatchObject([
      { function: expect.stringMatching(/^Watch/), why: 'Error', payload: { detail: { id: 'e3' } } },
    ]);
    expect(world.calls()).toContainEqual(
      expect.objectContaining({ caller: expect.stringMatching(/^Watch/), action: 'sqs:SendMessage', allowed: true }),
    );
  });

  it('of a caller without the right are denied', async () => {
    const { events } = clientsFor(world, world.credentialsFor('Read'));
    const denied = events.send(new PutEventsCommand({ Entries: [{ Source: 'x', DetailType: 'y', Detail: '{}' }] }));
    await expect(denied).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
