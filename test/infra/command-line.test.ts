import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { buildApp } from '#infra/app.ts';
import { withoutCode } from '#infra/code-folders.ts';

it('the CDK command line reads what the CDK library writes', async () => {
  const assembly = mkdtempSync(join(tmpdir(), 'assembly-'));
  onTestFinished(() => rmSync(assembly, { recursive: true }));
  buildApp({ stage: 'prod', code: withoutCode, outdir: assembly, isChecked: false }).app.synth();
  const cdk = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'cdk');
  const { stdout } = await promisify(execFile)(cdk, ['list', '--app', assembly]);
  expect(stdout.trim()).toBe('ClearingCentre-prod');
});
