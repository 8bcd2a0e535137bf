import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import * as z from 'zod/mini';
import { bundlePlugins } from './bundle-plugins.ts';
import { digestOf, isKept, keepFolder } from './code-folders.ts';
import { type FunctionPath, functionPaths } from './functions.ts';

/**
 * Turns every function into one small CommonJS file, all in one run of esbuild. What decides a cold start is how much
 * code is evaluated, so what Lambda never uses is left out and a check keeps it out.
 */

const root = join(import.meta.dirname, '..');
const folder = join(root, 'cdk.out', 'bundles');

/** The folder that holds `<capability>/<verb-noun>/index.cjs` of every function. */
export type Bundles = string;

/** Bundles all functions, unless the last bundles were made from the very same files. */
export async function bundleFunctions(): Promise<Bundles> {
  return freshBundles() ?? (await makeBundles());
}

async function makeBundles(): Promise<Bundles> {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'work-'));
  const { metafile } = await build({ ...buildOptions(), outdir: work });
  checkBundles(metafile);
  const inputs = inputsOf(metafile);
  writeFileSync(join(work, 'inputs.json'), JSON.stringify(inputs));
  // What is in each bundle, and why: https://esbuild.github.io/analyze/
  writeFileSync(join(work, 'metafile.json'), JSON.stringify(metafile));
  const finished = keepFolder(work, join(folder, digestOf(inputs)));
  writeFileSync(join(folder, 'latest'), finished);
  return finished;
}

/** The options of the one run; `outdir` is left open. */
export function buildOptions(paths: readonly FunctionPath[] = functionPaths()): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: root,
    entryPoints: paths.map((path) => `functions/${path}/handler.ts`),
    outbase: 'functions',
    entryNames: '[dir]/index',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    // As CommonJS every import of a Node builtin becomes a `require`, which unlike an ESM import does not load undici;
    // without dynamic imports that also holds for the builtins that the SDK loads late.
    format: 'cjs',
    supported: { 'dynamic-import': false },
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    // Texts in six languages: escaped, each letter beyond ASCII would be four bytes and more.
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: false,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    define: { 'import.meta.dirname': '__dirname' },
    plugins: bundlePlugins,
    logLevel: 'warning',
  };
}

const mostBytes = 400 * 1024;
const unwanted =
  /zod\/v4\/locales\/(?!index)|\/undici\/|credential-provider-(sso|ini|process)\/|\/mnemonist\/|shared-ini-file-loader\/|eventstream-codec\//;

/** Throws when a bundle has grown too large or holds what no function needs, naming the bundle and the file. */
export function checkBundles({ outputs }: Metafile): void {
  const faults = Object.entries(outputs).flatMap(([name, { bytes, inputs, entryPoint = name }]) => {
    const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const forbidden = used.map(([file]) => file).filter((file) => unwanted.test(file));
    return [
      ...(bytes > mostBytes ? [`${entryPoint} has ${bytes} bytes, more than ${mostBytes}`] : []),
      ...forbidden.map((file) => `${entryPoint} contains ${file}`),
    ];
  });
  if (faults.length > 0) throw new Error(`These bundles must not be deployed:\n- ${faults.join('\n- ')}`);
}

const Inputs = z.record(z.string(), z.string());
type Inputs = z.infer<typeof Inputs>;

/** The last bundles, if every file that went into them is unchanged and no function came or went. */
function freshBundles(): Bundles | undefined {
  const latest = join(folder, 'latest');
  const bundles = existsSync(latest) ? readFileSync(latest, 'utf8') : undefined;
  if (bundles === undefined || !isKept(bundles)) return undefined;
  const inputs = Inputs.parse(JSON.parse(readFileSync(join(bundles, 'inputs.json'), 'utf8')));
  const entries = functionPaths().map((path) => `functions/${path}/handler.ts`);
  const isComplete = entries.every((entry) => entry in inputs);
  const isFresh = isComplete && Object.entries(inputs).every(([file, hash]) => hashOfFile(file) === hash);
  return isFresh ? bundles : undefined;
}

/** Every file that decides what the bundles are: sources, this file, and the locked versions of all packages. */
function inputsOf(metafile: Metafile): Inputs {
  const sources = Object.keys(metafile.inputs).filter((file) => !/^(replaced|left-out):/.test(file));
  const rules = [
    'package-lock.json',
    relative(root, import.meta.filename),
    'infra/bundle-plugins.ts',
    'infra/functions.ts',
  ];
  return Object.fromEntries([...sources, ...rules].map((file) => [file, hashOfFile(file) ?? '']));
}

function hashOfFile(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}
