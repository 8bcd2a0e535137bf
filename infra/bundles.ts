import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import * as z from 'zod/mini';
import { bundlePlugins } from './bundle-plugins.ts';
import { allTextFiles, checkTexts, layTexts, textFilesOf } from './bundle-texts.ts';
import { digestOf, isKept, keepFolder } from './code-folders.ts';
import { type FunctionPath, functionPaths } from './functions.ts';

/**
 * Turns every function into one small CommonJS file, all in one run of esbuild. What decides a cold start is how much
 * code is evaluated, so what Lambda never uses is left out and a check keeps it out.
 */

const root = join(import.meta.dirname, '..');
const bundlesFolder = join(root, 'cdk.out', 'bundles');

export interface Bundles {
  /** Holds `<capability>/<verb-noun>/index.cjs` of every function, with its texts beside it. */
  readonly folder: string;
  /** Why they must not be deployed; empty when they may. */
  readonly faults: readonly string[];
}

/** Bundles all functions, unless the last bundles were made from the very same files. Throws for texts that are missing. */
export async function bundleFunctions(): Promise<Bundles> {
  return freshBundles() ?? (await makeBundles());
}

async function makeBundles(): Promise<Bundles> {
  await checkTexts();
  mkdirSync(bundlesFolder, { recursive: true });
  const work = mkdtempSync(join(bundlesFolder, 'work-'));
  const { metafile } = await build({ ...buildOptions(), outdir: work });
  for (const output of Object.values(metafile.outputs)) {
    const { entryPoint = '' } = output;
    layTexts(textFilesOf(output), join(work, dirname(entryPoint).replace(/^functions\//, '')));
  }
  const inputs = inputsOf(metafile);
  const faults = checkBundles(metafile);
  writeFileSync(join(work, 'inputs.json'), JSON.stringify(inputs));
  writeFileSync(join(work, 'faults.json'), JSON.stringify(faults));
  // What is in each bundle, and why: https://esbuild.github.io/analyze/
  writeFileSync(join(work, 'metafile.json'), JSON.stringify(metafile));
  const folder = keepFolder(work, join(bundlesFolder, digestOf(inputs)));
  writeFileSync(join(bundlesFolder, 'latest'), folder);
  return { folder, faults };
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
    legalComments: 'none',
    sourcemap: false,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text', '.script.js': 'text' },
    define: { 'import.meta.dirname': '__dirname' },
    plugins: bundlePlugins,
    logLevel: 'warning',
  };
}

/** What no bundle may exceed. */
export const mostBytes = 320 * 1024;
const unwanted =
  /zod\/v4\/locales\/(?!index)|\/undici\/|credential-provider-(sso|ini|process)\/|\/mnemonist\/|shared-ini-file-loader\/|eventstream-codec\//;

/** Which bundles have grown too large or hold what no function needs, naming the bundle and the file. */
export function checkBundles({ outputs }: Metafile): string[] {
  return Object.entries(outputs).flatMap(([name, { bytes, inputs, entryPoint = name }]) => {
    const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const forbidden = used.map(([file]) => file).filter((file) => unwanted.test(file));
    return [
      ...(bytes > mostBytes ? [`${entryPoint} has ${bytes} bytes, more than ${mostBytes}`] : []),
      ...forbidden.map((file) => `${entryPoint} contains ${file}`),
    ];
  });
}

const Inputs = z.record(z.string(), z.string());
type Inputs = z.infer<typeof Inputs>;
const Faults = z.array(z.string());

/** The last bundles, if every file that decides what they are is unchanged and no function and no text came or went. */
function freshBundles(): Bundles | undefined {
  const latest = join(bundlesFolder, 'latest');
  const folder = existsSync(latest) ? readFileSync(latest, 'utf8') : undefined;
  if (folder === undefined || !isKept(folder)) return undefined;
  const inputs = Inputs.parse(JSON.parse(readFileSync(join(folder, 'inputs.json'), 'utf8')));
  const entries = functionPaths().map((path) => `functions/${path}/handler.ts`);
  const isComplete = [...entries, ...allTextFiles()].every((file) => file in inputs);
  const isFresh = isComplete && Object.entries(inputs).every(([file, hash]) => hashOfFile(file) === hash);
  if (!isFresh) return undefined;
  return { folder, faults: Faults.parse(JSON.parse(readFileSync(join(folder, 'faults.json'), 'utf8'))) };
}

/**
 * Every file that decides what the bundles are, with its hash: sources, texts (all, as all are checked), how bundles and
 * checks are made, and the locked versions of all packages.
 */
function inputsOf(metafile: Metafile): Inputs {
  const sources = Object.keys(metafile.inputs).filter((file) => !/^(replaced|left-out):/.test(file));
  const rules = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    relative(root, import.meta.filename),
    'infra/bundle-plugins.ts',
    'infra/bundle-texts.ts',
    'infra/functions.ts',
    'shared/i18n/check-texts.ts',
  ];
  return Object.fromEntries([...sources, ...allTextFiles(), ...rules].map((file) => [file, hashOfFile(file) ?? '']));
}

function hashOfFile(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}
