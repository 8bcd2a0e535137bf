import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { synthesizedAssembly } from '#infra/local/synth.ts';

describe('the synthesized assembly', () => {
  let root: string;
  let runs: number;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'local-synth-'));
    runs = 0;
    for (const folder of ['cache', 'infra/deep']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'infra/deep/a.ts'), 'one');
    writeFileSync(join(root, 'cdk.json'), '{}');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const synthesized = () =>
    synthesizedAssembly(join(root, 'cache'), {
      root,
      sources: ['infra', 'cdk.json', 'absent'],
      async synthesize(outdir) {
        runs += 1;
        writeFileSync(join(outdir, `run-${runs}`), '');
      },
    });

  it('is made once while nothing changes', async () => {
    const { directory, fromCache } = await synthesized();
    expect([fromCache, (await synthesized()).fromCache, runs]).toEqual([false, true, 1]);
    expect(readdirSync(directory)).toEqual(['run-1']);
  });

  it.each([
    ['a changed source', () => writeFileSync(join(root, 'infra/deep/a.ts'), 'two')],
    ['a new source', () => writeFileSync(join(root, 'infra/b.ts'), '')],
    ['changed settings', () => writeFileSync(join(root, 'cdk.json'), '{"a":1}')],
  ])('is made anew and replaced whole after %s', async (_, change) => {
    await synthesized();
    change();
    const { directory, fromCache } = await synthesized();
    expect([fromCache, readdirSync(directory)]).toEqual([false, ['run-2']]);
  });

  it('is made anew when an earlier synthesis failed', async () => {
    const failing = synthesizedAssembly(join(root, 'cache'), {
      root,
      sources: ['infra'],
      synthesize: () => Promise.reject(new Error('no')),
    });
    await expect(failing).rejects.toThrow('no');
    expect((await synthesized()).fromCache).toBe(false);
    expect(readdirSync(join(root, 'cache')).filter((name) => name.startsWith('assembly-'))).toEqual([]);
  });
});
