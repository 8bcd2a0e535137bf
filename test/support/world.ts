import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, inject } from 'vitest';
import type { openDynamodb } from '#infra/local/dynamodb/store.ts';
import { bootWorld } from '#infra/local/world.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { refusedCalls, reportGrants } from './grants.ts';
import { copyWithSettings } from './other-settings.ts';
import { leaked, leaksIn, secretsOf, writtenIn } from './secrecy.ts';
import { serviceAt } from './story.ts';
import { clientAt, makeTables, otherEngine } from './tables.ts';
import { posted, send } from './visitor.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * A world of its own for one test file: the template with its real bundles on free ports, stopped and emptied at the end.
 * Call it at the top of a file; the tests of the file share it, so each tells a story of its own submission. Its clock
 * starts at `startTime`, or now. With `moderation` or `posts` it has other settings or limits than the local stage. At the end nothing secret may
 * stand where it must not, and each call must have been allowed.
 */
export async function startWorld({
  startTime,
  moderation,
  posts,
}: {
  startTime?: Date;
  moderation?: ModerationSettings;
  posts?: PostLimits;
} = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'clearing-centre-world-'));
  const assembly = inject('assembly');
  const world = await bootWorld({
    assembly:
      moderation || posts ? copyWithSettings(assembly, join(dataDir, 'assembly'), { moderation, posts }) : assembly,
    dataDir: join(dataDir, 'data'),
    port: 0,
    awsPort: 0,
    ...(startTime && { startTime }),
    ...(otherEngine !== undefined && { openTables: tablesIn(otherEngine) }),
  });
  let isPlayed = false;
  afterAll(async () => {
    try {
      await world.rest();
      const items = Object.values(await allItems(world, await tableNames(world))).flat();
      await world.stop();
      const secrets = secretsOf({ posted: posted(), mails: world.mails(), items });
      const leaks = leaksIn(`${writtenIn(join(dataDir, 'data'))}\n${JSON.stringify(world.counts())}`, secrets);
      expect(leaks, leaked).toEqual([]);
      // Calls in the name of a function are tests of its rights, and say nothing of what it does.
      if (!isPlayed) expect(refusedCalls(world), 'Calls of functions that none of their rights allow').toEqual([]);
      const file = relative(root, expect.getState().testPath ?? '');
      reportGrants(world, isPlayed ? [] : world.calls(), inject('reports'), file);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
  // What booting set off, such as the schedules, is over before the first test looks.
  await world.rest();
  const service = serviceAt(world.origin, world.rest);
  const tables = await tableNames(world);
  return {
    ...service,
    world,
    /** A clock of one story: moves the world's to so many milliseconds after now. */
    clockFromNow() {
      const start = world.now().getTime();
      return (after: number) => service.advance(start + after - world.now().getTime());
    },
    /** A DynamoDB client that signs as a function, named by the beginning of its logical id. */
    dynamodbAs(functionId: string) {
      isPlayed = true;
      return clientFor(world, world.credentialsFor(functionId));
    },
    /** One that may do everything. */
    dynamodbAsOperator: () => clientFor(world, world.operatorCredentials),
    /** The name of a table, by the beginning of its logical id. */
    tableNamed(beginning: string): string {
      const name = tables.find((table) => table.startsWith(beginning));
      if (name === undefined) throw new Error(`No table begins with ${beginning}`);
      return name;
    },
    /** Calls a function, named by the beginning of its logical id, as an operator would with the AWS command line. */
    async invokeAsOperator(functionId: string, event: object): Promise<unknown> {
      const answer = await invoke(world, functionId, event, 'RequestResponse');
      await world.rest();
      return answer.json;
    },
    /** The same without waiting for its answer, as events come. */
    async sendAsOperator(functionId: string, event: object): Promise<void> {
      await invoke(world, functionId, event, 'Event');
      await world.rest();
    },
    /** Everything that is kept: items of all tables, mails, executions. Equal snapshots mean that nothing happened. */
    async snapshot() {
      await world.rest();
      return { tables: await allItems(world, tables), mails: world.mails(), executions: world.executions() };
    },
  };
}

/** Opens a world's tables in another engine than its own. */
function tablesIn(endpoint: string): typeof openDynamodb {
  return async (_folder, tables) => {
    const client = clientAt(endpoint);
    await makeTables(
      client,
      tables.map(({ definition }) => definition),
    );
    return { port: Number(new URL(endpoint).port), close: async () => client.destroy() };
  };
}

type World = Awaited<ReturnType<typeof bootWorld>>;
type Credentials = World['operatorCredentials'];

function clientFor({ awsEndpoint, region }: World, credentials: Credentials): DynamoDBClient {
  return new DynamoDBClient({ endpoint: awsEndpoint, region, credentials });
}

function invoke(world: World, functionId: string, event: object, type: 'RequestResponse' | 'Event') {
  const { accessKeyId: name } = world.credentialsFor(functionId);
  return send(`${world.awsEndpoint}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    body: JSON.stringify(event),
    headers: { authorization: signedAs(world, 'lambda'), 'x-amz-invocation-type': type },
  });
}

/** A signature as far as the local world reads it: who calls, and which service. */
function signedAs({ operatorCredentials, region }: World, service: string): string {
  const scope = `${operatorCredentials.accessKeyId}/20260101/${region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=local`;
}

async function tableNames(world: World): Promise<string[]> {
  const { TableNames = [] } = await clientFor(world, world.operatorCredentials).send(new ListTablesCommand());
  return TableNames;
}

async function allItems(world: World, tables: readonly string[]): Promise<Record<string, string[]>> {
  const client = clientFor(world, world.operatorCredentials);
  const scans = tables.map(async (name) => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
    return [name, Items.map((item) => JSON.stringify(item)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(scans));
}
