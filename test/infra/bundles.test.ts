import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bundleFunctions, checkBundles, mostBytes } from '#infra/bundles.ts';
import { foldersOf } from '#infra/code-folders.ts';
import { functionPaths } from '#infra/functions.ts';
import { assets } from '#shared/pages/assets.ts';

const bundles = await bundleFunctions();

/** What esbuild reports of one bundle that holds these files. */
function report(bytes: number, ...files: string[]): Metafile {
  const inputs = Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }]));
  const output = { bytes, inputs, imports: [], exports: [], entryPoint: 'functions/links/confirm/handler.ts' };
  return { inputs: {}, outputs: { 'confirm/index.cjs': output } };
}

describe('a bundle is refused', () => {
  it.each([
    'node_modules/zod/v4/locales/en.js',
    'node_modules/undici/index.js',
    'node_modules/@aws-sdk/credential-provider-sso/dist-es/index.js',
    'node_modules/@aws-sdk/credential-provider-ini/dist-es/index.js',
    'node_modules/@aws-sdk/credential-provider-process/dist-es/index.js',
  ])('when it contains %s', (file) => {
    expect(checkBundles(report(1000, file))).toEqual([`functions/links/confirm/handler.ts contains ${file}`]);
  });

  it('when it has grown too large', () => {
    expect(checkBundles(report(mostBytes))).toEqual([]);
    expect(checkBundles(report(mostBytes + 1))).toEqual([expect.stringMatching(/confirm\/handler\.ts has \d+ bytes/)]);
  });

  it('but not for a file of which nothing is left in it', () => {
    const metafile = report(1000, 'node_modules/zod/v4/locales/en.js');
    const [output] = Object.values(metafile.outputs);
    if (output) output.inputs = { 'node_modules/zod/v4/locales/en.js': { bytesInOutput: 0 } };
    expect(checkBundles(metafile)).toEqual([]);
  });
});

describe('the bundles', () => {
  it('are made anew only when something has changed', async () => {
    const before = statSync(join(bundles.folder, 'metafile.json')).ctimeMs;
    expect(await bundleFunctions()).toEqual(bundles);
    expect(statSync(join(bundles.folder, 'metafile.json')).ctimeMs).toBe(before);
  });

  it.each(functionPaths())('hold one file of code for each function: %s', (path) => {
    expect(readFileSync(join(bundles.folder, path, 'index.cjs'), 'utf8')).toMatch(/\bhandler:\s*\(\)\s*=>/);
  });
});

describe('the files that pages load', () => {
  it('lie compressed in their bundle, which compresses nothing itself', () => {
    const code = readFileSync(join(bundles.folder, 'catalogue/serve-assets/index.cjs'), 'utf8');
    for (const { encoded } of assets.values()) for (const body of Object.values(encoded)) expect(code).toContain(body);
    expect(code).not.toContain('node:zlib');
  });

  it.each(['shared/pages/site.css', 'shared/pages/asset-names.ts'])('are made anew when %s changes', (file) => {
    expect(readFileSync(join(bundles.folder, 'inputs.json'), 'utf8')).toContain(`"${file}":`);
  });
});

describe('the folder of a function', () => {
  const code = foldersOf(bundles);

  it('holds the files that its contract asks for', () => {
    const folder = code('operations/remind', { 'settings.json': '{"routes":[]}' });
    expect(existsSync(join(folder, 'index.cjs'))).toBe(true);
    expect(z.unknown().parse(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')))).toEqual({ routes: [] });
  });

  it('is another one for other settings, and the same for the same', () => {
    const one = code('operations/remind', { 'settings.json': '1' });
    expect(code('operations/remind', { 'settings.json': '2' })).not.toBe(one);
    expect(code('operations/remind', { 'settings.json': '1' })).toBe(one);
  });
});
