import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './tools.ts';

/** `npm run judges` where nothing is installed and no command can be found. */
function judgedOnAnEmptyMachine(CI: string) {
  const JUDGES_DIR = mkdtempSync(join(tmpdir(), 'no-judges-'));
  onTestFinished(() => rmSync(JUDGES_DIR, { recursive: true }));
  return spawnSync(process.execPath, [join('test', 'judges', 'main.ts'), 'cfn-lint', 'dynamodb'], {
    cwd: root,
    env: { PATH: JUDGES_DIR, JUDGES_DIR, CI },
    encoding: 'utf8',
  });
}

it('says which judges are left out on a machine without Python and Java', () => {
  const { status, stdout } = judgedOnAnEmptyMachine('');
  expect(stdout).toContain('cfn-lint: LEFT OUT, there is no python3');
  expect(stdout).toContain('dynamodb: LEFT OUT, there is no java');
  expect(status).toBe(0);
});

it('fails in CI when a judge is left out', () => {
  expect(judgedOnAnEmptyMachine('true').status).toBe(1);
});
