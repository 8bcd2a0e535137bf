import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '#infra/app.ts';
import { withoutCode } from '#infra/code-folders.ts';

const root = join(import.meta.dirname, '..', '..');

it('the CDK command line reads what the CDK library writes', async () => {
  const assembly = mkdtempSync(join(tmpdir(), 'assembly-'));
  onTestFinished(() => rmSync(assembly, { recursive: true }));
  buildApp({ stage: 'prod', code: withoutCode, outdir: assembly, isChecked: false }).app.synth();
  const cdk = join(root, 'node_modules', '.bin', 'cdk');
  const { stdout } = await promisify(execFile)(cdk, ['list', '--app', assembly]);
  expect(stdout.trim()).toBe('ClearingCentre-prod');
});

/** Runs a program of this repository to its end: what it complains of, and how it ended. */
async function run(program: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, program)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { complaint, code };
}

describe('a mistake on the command line is answered by one line', () => {
  it('when there is no such stage', async () => {
    // The CDK command line hands on `-c stage=foo` by this variable.
    expect(await run('infra/app.ts', { CDK_CONTEXT_JSON: '{"stage":"foo"}' })).toEqual({
      complaint: 'There is no stage foo; there are local, dev, prod\n',
      code: 1,
    });
  });

  it('when a port is none', async () => {
    expect(await run('infra/local/main.ts', { PORT: 'abc', AWS_PORT: '70000' })).toEqual({
      complaint: 'PORT=abc and AWS_PORT=70000: a port is a whole number from 0 to 65535.\n',
      code: 1,
    });
  });

  it('when the service to be filled with examples is elsewhere', async () => {
    // Nothing can listen on port 0.
    const { complaint, code } = await run('infra/local/seed.ts', { ORIGIN: 'http://127.0.0.1:0' });
    expect(complaint).toMatch(/^Nothing answers at http:\/\/127\.0\.0\.1:0\. .*ORIGIN=http:\/\/\S+ npm run seed\n$/);
    expect(code).toBe(1);
  });
});
