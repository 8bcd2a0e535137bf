import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientsFor, idOf } from '../fixture/clients.ts';
import { bootFixture, editedAssembly, type FixtureWorld } from '../fixture/world.ts';

/** The store below dynalite, which comes with it. */
const { Level } = createRequire(createRequire(import.meta.url).resolve('dynalite'))('level');

describe('the tables on disk', () => {
  let dataDir: string;
  let world: FixtureWorld;
  const folders: string[] = [];
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-world-'));
    folders.push(dataDir);
    world = await bootFixture({ dataDir });
    for (const id of ['one', 'two']) await world.post('/notes', { id, text: 'x' });
    await world.rest();
  });
  afterEach(async () => {
    await world.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const query = (IndexName: string, name: string, value: string): Promise<QueryCommandOutput> =>
    clientsFor(world).dynamodb.send(
      new QueryCommand({
        TableName: idOf(world, 'AWS::DynamoDB::GlobalTable'),
        IndexName,
        KeyConditionExpression: '#n = :v',
        ExpressionAttributeNames: { '#n': name },
        ExpressionAttributeValues: { ':v': { S: value } },
      }),
    );
  const keysOf = ({ Items = [] }: QueryCommandOutput) => Items.map((item) => item['pk']?.S).toSorted();

  it('have their indexes put right after the process was killed between an item and its index entry', async () => {
    await world.stop();
    const level = new Level(join(dataDir, 'tables'), { valueEncoding: 'json' });
    const entries: [string, unknown][] = await level.iterator({ gte: 'index-', lt: 'index~' }).all();
    const [[lost, entry] = ['', {}]] = entries;
    await level.batch([
      { type: 'del', key: lost },
      { type: 'put', key: `${lost}-stale`, value: { ...Object(entry), pk: { S: 'never' } } },
    ]);
    await level.close();
    writeFileSync(join(dataDir, 'tables-are-open'), '');
    world = await bootFixture({ dataDir });
    expect(keysOf(await query('byDue', 'dueBucket', 'due'))).toEqual(['one', 'two']);
  });

  it('get an index that is new in the template, filled from the items', async () => {
    await world.stop();
    const assembly = await editedAssembly((resources) => {
      const table = Object.values(resources).find((resource) => resource.Type === 'AWS::DynamoDB::GlobalTable');
      Object.assign(table?.Properties ?? {}, {
        AttributeDefinitions: ['pk', 'sk', 'text'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byText',
            KeySchema: [{ AttributeName: 'text', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      });
    });
    folders.push(assembly);
    world = await bootFixture({ dataDir, assembly });
    expect(keysOf(await query('byText', 'text', 'x'))).toEqual(['one', 'two']);
  });

  it('are never opened by two worlds at once; the second does no harm to the first', async () => {
    for (const fresh of [false, true])
      await expect(bootFixture({ dataDir, fresh })).rejects.toThrow('Another local world uses');
    await world.post('/notes', { id: 'three', text: 'x' });
    await world.rest();
    world = await world.restart();
    expect((await world.get('/notes/three')).status).toBe(200);
    expect(world.mails().map((mail) => mail.subject)).toContain('Question about three');
  });

  it('begin empty, with everything else in the folder, when the world is to be fresh', async () => {
    await world.stop();
    world = await bootFixture({ dataDir, fresh: true });
    await world.rest();
    expect((await world.get('/notes/one')).status).toBe(404);
    expect(keysOf(await query('byDue', 'dueBucket', 'due'))).toEqual([]);
    expect([world.mails(), world.executions()]).toEqual([[], []]);
    expect((await world.post('/notes', { id: 'one', text: 'x' })).status).toBe(202);
  });
});
