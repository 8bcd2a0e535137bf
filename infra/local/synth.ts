import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const sources = ['infra', 'functions', 'shared', 'cdk.json', 'package.json', 'package-lock.json'];

/**
 * Gives the folder of the app's cloud assembly for the local stage. The app is loaded and run only when something
 * that it is made of has changed since the last time; the assembly lies in `cacheDir` until then.
 */
export async function synthesizedAssembly(cacheDir: string): Promise<{ directory: string; fromCache: boolean }> {
  const directory = join(cacheDir, 'assembly');
  const stamp = join(cacheDir, 'assembly.sha256');
  const hash = hashOf(sources);
  if (existsSync(directory) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return { directory, fromCache: true };

  const work = mkdtempSync(join(cacheDir, 'assembly-'));
  const { synthesize } = await import('../app.ts');
  await synthesize('local', work);
  rmSync(stamp, { force: true });
  rmSync(directory, { recursive: true, force: true });
  renameSync(work, directory);
  writeFileSync(stamp, hash);
  return { directory, fromCache: false };
}

/** A hash over the names and contents of everything under the given paths of the repository. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  };
  for (const path of paths) {
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
