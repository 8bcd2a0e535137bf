import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './tools.ts';

/** Runs test files with something more in their environment, one file at a time. */
export function passes(files: readonly string[], environment: Record<string, string>): boolean {
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  const options = ['run', '--config', 'test/vitest.config.ts', '--no-file-parallelism', ...files];
  const env = { ...process.env, ...environment };
  return spawnSync(vitest, options, { cwd: root, env, stdio: 'inherit' }).status === 0;
}
