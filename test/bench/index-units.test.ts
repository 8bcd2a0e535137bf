import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientsFor, idOf } from '#test/local/fixture/clients.ts';
import { bootFixture, discard, type FixtureWorld } from '#test/local/fixture/world.ts';
import { countIndexUnits } from './index-units.ts';

let world: FixtureWorld;
beforeAll(async () => {
  world = await bootFixture();
});
afterAll(() => discard(world));

test('A write to a table causes a unit for each index that the item is in', async () => {
  const { dynamodb } = clientsFor(world);
  const indexUnits = countIndexUnits();
  const put = async (pk: string, more: Record<string, { S: string }>) => {
    const before = { table: world.counts().writeUnits, index: indexUnits() };
    const Item = { pk: { S: pk }, sk: { S: 'note' }, ...more };
    await dynamodb.send(new PutItemCommand({ TableName: idOf(world, 'AWS::DynamoDB::GlobalTable'), Item }));
    return { table: world.counts().writeUnits - before.table, index: indexUnits() - before.index };
  };

  expect(await put('one', {})).toEqual({ table: 1, index: 0 });
  expect(await put('two', { dueBucket: { S: 'due' }, dueAt: { S: '1' } })).toEqual({ table: 1, index: 1 });
  expect(await put('two', { dueBucket: { S: 'due' }, dueAt: { S: '2' } })).toEqual({ table: 1, index: 2 });
});
