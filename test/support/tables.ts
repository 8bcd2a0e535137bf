import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { indexes } from '#shared/case/indexes.ts';

/** A DynamoDB in this process: what a store writes here has passed DynamoDB's own checks. dynalite has no types. */
const dynalite: (options: { createTableMs: number }) => Server = createRequire(import.meta.url)('dynalite');

/** Another engine to be used instead, whose tables are all ours (test/judges): `http://127.0.0.1:…`. */
export const otherEngine = process.env['DYNAMODB_ENDPOINT'];

export const submissionsTable = 'Submissions';
export const initiativesTable = 'Initiatives';

export interface Tables {
  readonly documents: DynamoDBDocumentClient;
  /** `http://127.0.0.1:…`, for clients that a function makes itself. */
  readonly endpoint: string;
}

/** Both tables of the service, empty, for the tests of one file. Tests share them and so use ids of their own. */
export function useTables(): Tables {
  let server: Server | undefined;
  let client: DynamoDBClient | undefined;
  let tables: Tables | undefined;

  beforeAll(async () => {
    server = otherEngine === undefined ? await listening(dynalite({ createTableMs: 0 })) : undefined;
    const endpoint = otherEngine ?? addressOf(server);
    client = clientAt(endpoint);
    await makeTables(client, tablesOfTheService);
    const options = { marshallOptions: { removeUndefinedValues: true } };
    tables = { documents: DynamoDBDocumentClient.from(client, options), endpoint };
  });

  afterAll(() => {
    client?.destroy();
    server?.closeAllConnections();
    server?.close();
  });

  const opened = () => {
    if (tables === undefined) throw new Error('The tables are open only while tests run');
    return tables;
  };
  return {
    get documents() {
      return opened().documents;
    },
    get endpoint() {
      return opened().endpoint;
    },
  };
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return server;
}

function addressOf(server: Server | undefined): string {
  const address = server?.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** A client of an engine that takes any key. */
export function clientAt(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
}

/** Makes an engine have these tables, empty, and no others. */
export async function makeTables(client: DynamoDBClient, tables: readonly CreateTableCommandInput[]): Promise<void> {
  const { TableNames = [] } = await client.send(new ListTablesCommand());
  for (const TableName of TableNames) await client.send(new DeleteTableCommand({ TableName }));
  for (const table of tables) {
    await client.send(new CreateTableCommand(table));
    // As in AWS, a table can be used only some time after it was created.
    await waitUntilTableExists({ client, minDelay: 0.01, maxWaitTime: 30 }, { TableName: table.TableName });
  }
}

function table(
  name: string,
  sparse: { name: string; key: string; sort: string; all: boolean }[],
): CreateTableCommandInput {
  const keys = ['pk', 'sk', ...sparse.flatMap(({ key, sort }) => [key, sort])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys)].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    KeySchema: schema('pk', 'sk'),
    GlobalSecondaryIndexes: sparse.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index.key, index.sort),
      Projection: { ProjectionType: index.all ? 'ALL' : 'KEYS_ONLY' },
    })),
  };
}

function schema(hash: string, range: string): NonNullable<CreateTableCommandInput['KeySchema']> {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}

/** As infra/tables.ts declares them; test/infra holds the two together. */
const submissions = table(
  submissionsTable,
  Object.values(indexes).map(({ index, key, at }) => ({ name: index, key, sort: at, all: false })),
);
const initiatives = table(initiativesTable, [{ name: 'newest', key: 'month', sort: 'newest', all: true }]);
export const tablesOfTheService: readonly CreateTableCommandInput[] = [submissions, initiatives];
