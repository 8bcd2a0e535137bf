import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isKept, keepFolder } from '#infra/code-folders.ts';

describe('a folder of code', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'code-folders-'));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(root, { recursive: true });
  });

  const make = (name: string) => {
    const work = mkdtempSync(join(root, 'work-'));
    writeFileSync(join(work, 'index.cjs'), name);
    return keepFolder(work, join(root, name));
  };
  const yesterday = new Date(Date.now() - 25 * 3_600_000);

  it('is forgotten when nobody has wanted it for a day', () => {
    const [wanted, unwanted] = [make('wanted'), make('unwanted')];
    for (const folder of [wanted, unwanted]) utimesSync(folder, yesterday, yesterday);
    expect(isKept(wanted)).toBe(true);
    make('new');
    expect([wanted, unwanted].map((folder) => existsSync(folder))).toEqual([true, false]);
  });

  it('is there when it has just been made, whatever the clock says', () => {
    vi.setSystemTime(Date.now() + 48 * 3_600_000);
    expect(existsSync(make('new'))).toBe(true);
  });

  it('that another process has made meanwhile is as good', () => {
    mkdirSync(join(root, 'same'));
    writeFileSync(join(root, 'same', 'index.cjs'), 'same');
    expect(existsSync(make('same'))).toBe(true);
  });
});
