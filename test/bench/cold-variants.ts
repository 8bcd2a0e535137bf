import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { layTexts, textFilesOf } from '#infra/bundle-texts.ts';
import { buildOptions } from '#infra/bundles.ts';
import { type FunctionPath, filesOf, functionPaths } from '#infra/functions.ts';
import { emptyCall, type FirstCall, fileBeside, firstCalls, referenceCall } from './first-calls.ts';

export type Make = 'deployed' | 'ordinary' | 'before';

/** Something whose cold start is measured. */
export interface Variant {
  readonly name: string;
  readonly make: Make;
  readonly bundle: string;
  readonly kilobytes: number;
  readonly eventFile: string;
  readonly ending: FirstCall['ending'];
}

/** How one bundles who does not think of cold starts. The banner lets CommonJS packages inside an ES module load builtins. */
const ordinaryOptions: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
};

/**
 * Bundles every function as it is deployed and the ordinary way, and the two yardsticks the ordinary way; also as it is
 * deployed from another checkout (with its packages installed), if one is given.
 */
export async function makeVariants(folder: string, before?: string): Promise<Variant[]> {
  const made: Variant[] = [];
  for (const path of functionPaths()) {
    const entry = `functions/${path}/handler.ts`;
    made.push(await makeVariant(folder, 'deployed', path, entry, buildOptions([path])));
    made.push(await makeVariant(folder, 'ordinary', path, entry, ordinaryOptions));
    if (before === undefined || !existsSync(join(before, entry))) continue;
    made.push(await makeVariant(folder, 'before', path, entry, { ...buildOptions([path]), absWorkingDir: before }));
  }
  const yardstick = (name: Yardstick) =>
    makeVariant(folder, 'ordinary', name, `test/bench/${name}-handler.ts`, ordinaryOptions);
  return [...made, await yardstick('reference'), await yardstick('empty')];
}

type Yardstick = 'reference' | 'empty';

async function makeVariant(
  folder: string,
  make: Make,
  name: FunctionPath | Yardstick,
  entry: string,
  options: BuildOptions,
): Promise<Variant> {
  const bundle = join(folder, make, name, `index.${make === 'ordinary' ? 'mjs' : 'cjs'}`);
  const { absWorkingDir: checkout = join(import.meta.dirname, '../..') } = options;
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: checkout,
    entryPoints: [entry],
    outdir: dirname(bundle),
    write: false,
    metafile: true,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${name} gives no bundle`);
  const { event, ending } = callOf(name);
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(bundle, output.contents);
  for (const one of Object.values(metafile.outputs)) layTexts(textFilesOf(one, checkout), dirname(bundle), checkout);
  if (name !== 'reference' && name !== 'empty') {
    for (const file of filesOf(name)) writeFileSync(join(dirname(bundle), file), fileBeside(file));
  }
  const eventFile = join(dirname(bundle), 'event.json');
  writeFileSync(eventFile, JSON.stringify(event));
  return { name, make, bundle, kilobytes: output.contents.length / 1024, eventFile, ending };
}

function callOf(name: FunctionPath | Yardstick): FirstCall {
  if (name === 'reference') return referenceCall;
  return name === 'empty' ? emptyCall : firstCalls[name];
}
