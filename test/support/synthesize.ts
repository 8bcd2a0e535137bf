import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '#infra/app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the cloud assembly of the local stage, made from the present code. */
    assembly: string;
  }
}

/** Before the tests that need a world: synthesizes the template and its bundles, once for the whole run. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-centre-assembly-'));
  await synthesize('local', folder);
  project.provide('assembly', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
