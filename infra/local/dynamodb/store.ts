import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Table } from './tables.ts';

/** What is used of dynalite, which has no types of its own. */
type Item = Record<string, unknown>;
type Described = Table['definition'] & { GlobalSecondaryIndexes?: { IndexStatus?: string }[] };
type Callback<Result> = (error: Error | null, result?: Result) => void;
type SubStore = {
  get(key: string, done: Callback<Described>): void;
  put(key: string, value: unknown, done: Callback<void>): void;
};
type Store = {
  db: {
    open(): Promise<void>;
    clear(): Promise<void>;
    iterator(range: { gte: string; lt: string }): AsyncIterable<[string, Item]>;
    batch(operations: ({ type: 'put'; key: string; value: Item } | { type: 'del'; key: string })[]): Promise<void>;
    close(): Promise<void>;
  };
  tableDb: SubStore;
};
type IndexActions = { puts: { index: string; key: string; item: Item }[] };
type DynaliteStore = {
  create(options: { path: string }): Store;
  getIndexActions(indexes: unknown[], existing: undefined, item: Item, table: Described): IndexActions;
};

const require = createRequire(import.meta.url);

export type DynamodbStore = {
  port: number;
  close(): Promise<void>;
};

/**
 * Opens the tables in `folder` and starts dynalite on them, on a port of its own.
 * dynalite writes an item and its index entries one after the other, so a process killed in between leaves an index that
 * does not fit its table. Therefore a folder that was not closed properly has its indexes put right first.
 * @throws before anything is written or, when `fresh`, emptied, if another world has the folder open.
 */
export async function openDynamodb(folder: string, tables: Table[], fresh = false): Promise<DynamodbStore> {
  mkdirSync(folder, { recursive: true });
  const library: DynaliteStore = require('dynalite/db/index.js');
  const store = library.create({ path: folder });
  await store.db.open().catch((error: unknown) => refuseToOpen(folder, error));
  const unclean = join(folder, '..', 'tables-are-open');
  try {
    if (fresh) await store.db.clear();
    const repair = existsSync(unclean);
    writeFileSync(unclean, '');
    await prepareTables(library, store, tables, repair);
  } finally {
    await store.db.close();
  }

  const dynalite: (options: { path: string; createTableMs: number }) => Server = require('dynalite');
  const server = dynalite({ path: folder, createTableMs: 0 });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async close() {
      // What is under way is answered first: dynalite goes on writing when its client is gone, and then finds the store closed.
      const whenIdle = setInterval(() => server.closeIdleConnections(), 10);
      await new Promise((done) => server.close(done));
      clearInterval(whenIdle);
      rmSync(unclean, { force: true });
    },
  };
}

function refuseToOpen(folder: string, error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  throw new Error(
    cause && 'code' in cause && cause.code === 'LEVEL_LOCKED'
      ? `Another local world uses ${folder}. Stop it, or choose another folder with LOCAL_DIR.`
      : `The tables in ${folder} cannot be opened: ${cause?.message ?? String(error)}`,
  );
}

/** Creates the tables that are new, gives known ones the template's indexes, and fills indexes where needed. */
async function prepareTables(library: DynaliteStore, store: Store, tables: Table[], repair: boolean): Promise<void> {
  for (const { definition } of tables) {
    const known = await promisify(store.tableDb.get)(definition.TableName);
    if (known && JSON.stringify(known.KeySchema) !== JSON.stringify(definition.KeySchema)) {
      throw new Error(
        `The keys of the table ${definition.TableName} have changed. Start with --fresh to begin with empty tables.`,
      );
    }
    const wanted = describe(definition);
    const indexesChanged =
      JSON.stringify(known?.GlobalSecondaryIndexes) !== JSON.stringify(wanted.GlobalSecondaryIndexes);
    if (!known || indexesChanged) await promisify(store.tableDb.put)(definition.TableName, wanted);
    if (known && (indexesChanged || repair)) await rebuildIndexes(library, store, wanted);
  }
}

function describe({ BillingMode: mode, ...definition }: Table['definition']): Described & Record<string, unknown> {
  return {
    ...definition,
    ...(definition.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes.map((index) => ({
        ...index,
        IndexStatus: 'ACTIVE',
        IndexSizeBytes: 0,
        ItemCount: 0,
        ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
      })),
    }),
    BillingMode: mode,
    BillingModeSummary: { BillingMode: mode },
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
    TableStatus: 'ACTIVE',
    TableSizeBytes: 0,
    ItemCount: 0,
    CreationDateTime: 0,
  };
}

async function rebuildIndexes(library: DynaliteStore, store: Store, table: Described): Promise<void> {
  const name = table.TableName;
  const entries = new Map<string, Item>();
  for await (const [, item] of store.db.iterator(keysUnder(`item-${name}~`))) {
    for (const put of library.getIndexActions(table.GlobalSecondaryIndexes ?? [], undefined, item, table).puts) {
      entries.set(`index-global~${name}~${put.index}~${put.key}`, put.item);
    }
  }
  const stale: string[] = [];
  for await (const [key] of store.db.iterator(keysUnder(`index-global~${name}~`))) {
    if (!entries.has(key)) stale.push(key);
  }
  await store.db.batch([
    ...stale.map((key) => ({ type: 'del' as const, key })),
    ...[...entries].map(([key, value]) => ({ type: 'put' as const, key, value })),
  ]);
}

const keysUnder = (prefix: string) => ({ gte: prefix, lt: `${prefix}\xff` });
