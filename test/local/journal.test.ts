import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, readJournal } from '#infra/local/journal.ts';

describe('a journal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was appended, without a last line that was cut off', () => {
    const path = join(folder, 'facts.jsonl');
    const journal = openJournal(path, [{ n: 1 }]);
    journal.append({ n: 2 });
    journal.close();
    appendFileSync(path, '{"n":3');
    expect(readJournal(path)).toEqual([{ n: 1 }, { n: 2 }]);
    openJournal(path, readJournal(path)).append({ n: 4 });
    expect(readJournal(path)).toEqual([{ n: 1 }, { n: 2 }, { n: 4 }]);
  });

  it('that is not there is empty', () => {
    expect(readJournal(join(folder, 'none.jsonl'))).toEqual([]);
  });
});
