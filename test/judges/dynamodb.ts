import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { listen } from '#infra/local/server/listening.ts';
import { javaLibraries, root } from './tools.ts';
import { passes } from './vitest.ts';

/** A whole story of the local world, with this DynamoDB behind it. */
const story = 'test/e2e/happy-way.test.ts';

/** The calls that both engines are asked beside each other. */
const differential = 'test/local/dynamodb/calls.test.ts';

/** DynamoDB Local, AWS's own, beside the local world's engine, and under every test that uses tables and a story of the local world. */
export async function testOnDynamodbLocal(): Promise<boolean> {
  const { endpoint, stop } = await startDynamodb(javaLibraries());
  try {
    return (
      passes([...testsWithTables(), differential, story], { DYNAMODB_ENDPOINT: endpoint }) &&
      (await hasTables(endpoint))
    );
  } finally {
    await stop();
  }
}

/** The tests that `useTables` of `test/support/tables.ts`; those of races make the same calls in hundreds of orders. */
function testsWithTables(): string[] {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).map((path) => join('test', path));
  return all.filter(
    (path) =>
      path.endsWith('.test.ts') &&
      !path.startsWith('test/proofs/') &&
      readFileSync(join(root, path), 'utf8').includes('useTables('),
  );
}

/** That the tests did use this engine: they leave their tables behind. */
async function hasTables(endpoint: string): Promise<boolean> {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand());
  client.destroy();
  if (TableNames.length === 0) console.log('No test made a table in DynamoDB Local.');
  return TableNames.length > 0;
}

async function startDynamodb(jars: string) {
  const port = await freePort();
  const server = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner';
  const own = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
  // Its native part lies beside the jars.
  const options = [`-Djava.library.path=${jars}`, '-cp', join(jars, '*'), server, ...own];
  const engine = spawn('java', options, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(engine, 'exit');
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await answers(endpoint))) {
    if (engine.exitCode !== null) throw new Error(`DynamoDB Local ended with ${engine.exitCode}`);
    await pause(100);
  }
  return {
    endpoint,
    async stop() {
      engine.kill();
      await ended;
    },
  };
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const { server, port } = await listen(0);
  server.close();
  await once(server, 'close');
  return port;
}
