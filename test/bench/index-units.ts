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
  updateIndexes(store: unknown, table: Table, existing: Item | undefined, item: Item | undefined, done: unknown): void;
};

const library: Library = createRequire(import.meta.url)('dynalite/db/index.js');
let counted = 0;
let isCounting = false;

/**
 * Counts the write units that go to indexes, which dynalite leaves out of what it says was consumed: one per KB for each
 * index entry that is written, changed or removed, two when its key changes. Gives the units so far of all local worlds
 * in this process; those count that are booted in it later, too.
 */
export function countIndexUnits(): () => number {
  if (!isCounting) countUpdates();
  isCounting = true;
  return () => counted;
}

function countUpdates(): void {
  const original = library.updateIndexes;
  library.updateIndexes = (store, table, existing, item, done) => {
    counted += unitsOf(table, existing, item);
    original(store, table, existing, item, done);
  };
}

function unitsOf(table: Table, existing: Item | undefined, item: Item | undefined): number {
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
