import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type AttributeValue, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { fixtureAssembly } from './fixture/assembly.ts';
import { clientsFor, idOf } from './fixture/clients.ts';
import { bootFixture, type FixtureWorld } from './fixture/world.ts';

const boot = new URL('./fixture/boot.ts', import.meta.url).pathname;

describe('a local world killed at any moment', () => {
  const folders: string[] = [];
  const children: ChildProcess[] = [];
  const worlds: FixtureWorld[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const world of worlds.splice(0)) await world.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  async function inAnotherProcess() {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-world-'));
    folders.push(dataDir);
    const child = spawn(process.execPath, [boot, await fixtureAssembly(), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const origin = await new Promise<string>((resolve) =>
      createInterface({ input: child.stdout }).once('line', resolve),
    );
    const post = async (path: string, body: unknown) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const kill = async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
      const world = await bootFixture({ dataDir });
      worlds.push(world);
      await world.rest();
      return world;
    };
    return { origin, post, kill };
  }
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds()));
  };
  const mailsAt = async (origin: string) => (await (await fetch(`${origin}/_local/mail`)).json()).length;

  it('has kept what it answered, its mailbox and its clock', async () => {
    const killed = await inAnotherProcess();
    await killed.post('/_local/clock', { advance: 'P3D' });
    const { now } = await (await fetch(`${killed.origin}/_local/clock`)).json();
    expect((await killed.post('/notes', { id: 'kept', text: 'stays' })).status).toBe(202);
    await until(async () => (await mailsAt(killed.origin)) > 0);
    const world = await killed.kill();
    expect(await (await world.get('/notes/kept')).json()).toMatchObject({ text: { S: 'stays' } });
    expect(world.mails().map((mail) => mail.subject)).toEqual(['Question about kept']);
    expect(world.now().getTime()).toBeGreaterThanOrEqual(Date.parse(now));
  });

  it('tells of the executions it lost as aborted, once, and runs every schedule', async () => {
    const killed = await inAnotherProcess();
    await killed.post('/notes', { id: 'lost', text: 'x' });
    await until(async () => (await mailsAt(killed.origin)) > 0);
    const world = await killed.kill();
    expect(world.executions()).toMatchObject([{ name: 'lost-1', status: 'ABORTED' }]);
    expect(world.calls().filter((call) => call.caller.startsWith('Watch'))).toHaveLength(1);
    expect(world.calls().some((call) => call.caller.startsWith('Tick'))).toBe(true);
    const again = await world.restart();
    worlds.splice(0, 1, again);
    await again.rest();
    expect(again.calls().some((call) => call.caller.startsWith('Watch'))).toBe(false);
  });

  it('delivers an event that was not delivered', async () => {
    const killed = await inAnotherProcess();
    await killed.post('/notes', { id: 'unwatched', text: 'x', wait: '1' });
    await killed.post('/_local/clock', { advance: 'PT10S' });
    const world = await killed.kill();
    // It is tried again at boot and, as it fails again, once more by the clock.
    const attempts = () =>
      world.logs().filter((line) => line.function.startsWith('Watch') && line.line.includes('cannot watch')).length;
    expect(attempts()).toBe(1);
    await world.advance(61_000);
    expect(attempts()).toBe(2);
  });

  it('answers the index and the table alike, wherever a write was cut off', async () => {
    const killed = await inAnotherProcess();
    const posts = Array.from({ length: 200 }, async (_, n) => {
      const { status } = await killed.post('/notes', { id: `many-${n}`, text: 'x' });
      expect(status).toBe(202);
    });
    await Promise.any(posts);
    const world = await killed.kill();
    await Promise.allSettled(posts);
    const TableName = idOf(world, 'AWS::DynamoDB::GlobalTable');
    const { dynamodb } = clientsFor(world);
    const table = await dynamodb.send(
      new ScanCommand({ TableName, FilterExpression: 'sk = :s', ExpressionAttributeValues: { ':s': { S: 'note' } } }),
    );
    const index = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'byDue',
        KeyConditionExpression: 'dueBucket = :d',
        ExpressionAttributeValues: { ':d': { S: 'due' } },
      }),
    );
    const keys = (items: Record<string, AttributeValue>[] = []) => items.map((item) => item['pk']?.S).toSorted();
    expect(keys(index.Items)).toEqual(keys(table.Items));
    expect(table.Count).toBeGreaterThan(0);
  });
});
