import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleFunctions } from '#infra/bundles.ts';
import { functionPaths } from '#infra/functions.ts';
import { bundleBound } from './bounds.ts';
import { against, type Topic } from './table.ts';

export interface Size {
  readonly path: string;
  readonly kilobytes: number;
  readonly gzipped: number;
}

/** What each function's bundle weighs, the heaviest first. Fails when one holds what no function needs. */
export async function bundleSizes(): Promise<Size[]> {
  const bundles = await bundleFunctions();
  return functionPaths()
    .map((path) => {
      const file = join(bundles.folder, path, 'index.cjs');
      return { path, kilobytes: statSync(file).size / 1024, gzipped: gzipSync(readFileSync(file)).length / 1024 };
    })
    .toSorted((one, other) => other.kilobytes - one.kilobytes);
}

/** The bundles by weight. */
export async function sizes(): Promise<Topic> {
  const all = await bundleSizes();
  return {
    heading: 'Bundles',
    columns: ['function', 'of the bound', 'KB', 'gzipped KB'],
    rows: all.map(({ path, kilobytes, gzipped }) => [
      path,
      `${((kilobytes / bundleBound) * 100).toFixed(0)} %`,
      against(bundleBound, kilobytes, 0),
      gzipped.toFixed(0),
    ]),
    notes: ['Minified, without source maps; the build fails above the bound.'],
    misses: all.filter(({ kilobytes }) => kilobytes > bundleBound).map(({ path }) => `${path} is too large`),
  };
}
