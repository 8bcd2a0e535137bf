import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file of JSON lines. A line is handed to the operating system before `append` returns, so it
 * survives the death of this process at any moment; a torn last line is dropped when the file is read again.
 */
export type Journal = {
  append(entry: unknown): void;
  close(): void;
};

/** Reads a journal's entries; an absent file has none. */
export function readJournal(path: string): unknown[] {
  if (!existsSync(path)) return [];
  const entries: unknown[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    try {
      entries.push(JSON.parse(line));
    } catch {
      // Only the line that was being written when the process died can be torn.
    }
  }
  return entries;
}

/** Rewrites the journal to hold just `entries` (in one rename) and opens it for appending. */
export function openJournal(path: string, entries: unknown[]): Journal {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  renameSync(`${path}.new`, path);
  const file = openSync(path, 'a');
  let open = true;
  return {
    append(entry) {
      if (open) appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
    close() {
      if (open) closeSync(file);
      open = false;
    },
  };
}
