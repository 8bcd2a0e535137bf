import { createRequire } from 'node:module';

type Item = Record<string, unknown>;
type Table = { GlobalSecondaryIndexes?: unknown[] };
type Put = { index: string; key: string; item: Item };
type Library = {
  getIndexActions(
    indexes: unknown[],
    existing: Item | undefined,
    item: Item | undefined,
    table: Table,
  ): { puts: Put[] };
  itemSize(item: Item): number;
  updateIndexes(
    store: { options: { path?: string } },
    table: Table,
    existing: Item | undefined,
    item: Item | undefined,
    done: unknown,
  ): void;
};

const require = createRequire(import.meta.url);
const counted = new Map<string, number>();
let watching = false;

/**
 * Counts the write units that go to indexes, which dynalite leaves out of what it says was consumed: one per KB for each
 * index entry that is written, changed or removed, two when its key changes. Returns the units so far of one folder.
 */
export function countIndexUnits(folder: string): () => number {
  counted.set(folder, 0);
  if (!watching) watch(require('dynalite/db/index.js'));
  watching = true;
  return () => counted.get(folder) ?? 0;
}

function watch(library: Library): void {
  const original = library.updateIndexes;
  library.updateIndexes = (store, table, existing, item, done) => {
    const folder = store.options.path ?? '';
    counted.set(folder, (counted.get(folder) ?? 0) + unitsOf(library, table, existing, item));
    original(store, table, existing, item, done);
  };
}

function unitsOf(library: Library, table: Table, existing: Item | undefined, item: Item | undefined): number {
  const entriesOf = (one: Item | undefined) =>
    library.getIndexActions(table.GlobalSecondaryIndexes ?? [], undefined, one, table).puts;
  const before = entriesOf(existing);
  const after = entriesOf(item);
  const same = (one: Put, other: Put) => one.index === other.index && one.key === other.key;
  const units = (put: Put) => Math.ceil(library.itemSize(put.item) / 1024);
  const written = after.filter(
    (put) => !before.some((old) => same(old, put) && JSON.stringify(old.item) === JSON.stringify(put.item)),
  );
  const removed = before.filter((old) => !after.some((put) => same(old, put)));
  return [...written, ...removed].reduce((sum, put) => sum + units(put), 0);
}
