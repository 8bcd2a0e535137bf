import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bundles } from './bundles.ts';
import type { FunctionPath } from './functions.ts';

/** Gives the folder of a function's code, with the files its contract asks for laid beside it. */
export type CodeFolders = (path: FunctionPath, files: Readonly<Record<string, string>>) => string;

const folder = join(import.meta.dirname, '..', 'cdk.out', 'code');

/** Folders with the real bundles. */
export function foldersOf(bundles: Bundles): CodeFolders {
  return (path, files) => {
    const bundle = join(bundles.folder, path);
    return Object.keys(files).length === 0 ? bundle : layTogether(bundle, files);
  };
}

/** Folders with a function that does nothing, for whoever wants the template and not the code. */
export const withoutCode: CodeFolders = () => {
  const finished = join(folder, digestOf('no code'));
  return isKept(finished)
    ? finished
    : makeFolder(finished, { 'index.cjs': 'exports.handler = async () => undefined;' });
};

function layTogether(bundle: string, files: Readonly<Record<string, string>>): string {
  // The name of a bundle's folder follows from what it was made of.
  const finished = join(folder, digestOf([bundle, files]));
  return isKept(finished) ? finished : makeFolder(finished, files, bundle);
}

function makeFolder(name: string, files: Readonly<Record<string, string>>, bundle?: string): string {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'work-'));
  if (bundle !== undefined) cpSync(bundle, work, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(work, file), content);
  return keepFolder(work, name);
}

/** A short name for what something holds. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

const day = 86_400_000;

/**
 * Gives a finished folder its name at once, so that no other process ever sees half of it, and forgets its siblings that
 * nobody has wanted for a day. A folder that another process has made meanwhile is as good.
 */
export function keepFolder(work: string, name: string): string {
  try {
    renameSync(work, name);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(name)) throw error;
  }
  for (const sibling of readdirSync(dirname(name)).map((entry) => join(dirname(name), entry))) {
    // Whatever the clock says, what has just been made is wanted.
    if (sibling === name) continue;
    const wanted = statSync(sibling, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (wanted < Date.now() - day) rmSync(sibling, { recursive: true, force: true });
  }
  return name;
}

/** Whether a folder is still there; if so it is wanted for another day. */
export function isKept(name: string): boolean {
  if (!existsSync(name)) return false;
  utimesSync(name, new Date(), new Date());
  return true;
}
