import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The app to run: what it is made of, as paths under `root`, and how it is synthesized into a folder. */
export type App = { root: string; sources: string[]; synthesize(outdir: string): Promise<void> };

/** This repository's own app in the stage `local`; it is loaded only when it is run. */
const ownApp: App = {
  root: join(import.meta.dirname, '..', '..'),
  sources: ['infra', 'functions', 'shared', 'cdk.json', 'package.json', 'package-lock.json'],
  async synthesize(outdir) {
    const { synthesize } = await import('../app.ts');
    await synthesize('local', outdir);
  },
};

/**
 * Gives the folder of the app's cloud assembly. The app is loaded and run only when something
 * that it is made of has changed since the last time; the assembly lies in `cacheDir` until then.
 */
export async function synthesizedAssembly(
  cacheDir: string,
  app = ownApp,
): Promise<{ directory: string; fromCache: boolean }> {
  const directory = join(cacheDir, 'assembly');
  const stamp = join(cacheDir, 'assembly.sha256');
  const hash = hashOf(app);
  if (existsSync(directory) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return { directory, fromCache: true };

  const work = mkdtempSync(join(cacheDir, 'assembly-'));
  try {
    await app.synthesize(work);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
  rmSync(stamp, { force: true });
  rmSync(directory, { recursive: true, force: true });
  renameSync(work, directory);
  writeFileSync(stamp, hash);
  return { directory, fromCache: false };
}

/** A hash over the names and contents of everything the app is made of. */
function hashOf({ root, sources }: App): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  };
  for (const path of sources) {
    if (!existsSync(join(root, path))) continue;
    const entries = path.includes('.')
      ? undefined
      : readdirSync(join(root, path), { recursive: true, withFileTypes: true });
    if (!entries) add(path);
    else {
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
      for (const file of files.sort()) add(file);
    }
  }
  return hash.digest('hex');
}
