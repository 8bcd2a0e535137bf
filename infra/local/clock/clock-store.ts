import * as z from 'zod/mini';
import { openJournal, readJournal } from '../journal.ts';

const line = z.object({ offsetMs: z.number() });

/** Keeps how far ahead of the real time the clock is, over restarts. */
export function openClockStore(path: string): {
  offset: number | undefined;
  keep(offsetMs: number): void;
  close(): void;
} {
  const last = readJournal(path).at(-1);
  const offset = last === undefined ? undefined : line.parse(last).offsetMs;
  const journal = openJournal(path, offset === undefined ? [] : [{ offsetMs: offset }]);
  return { offset, keep: (offsetMs) => journal.append({ offsetMs }), close: journal.close };
}
