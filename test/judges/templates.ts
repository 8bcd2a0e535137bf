import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '#infra/app.ts';
import { withoutCode } from '#infra/code-folders.ts';
import { stageNames } from '#infra/stages.ts';
import { synthesizedDefinition } from '#infra/workflow-picture.ts';
import { pythonCommands, root } from './tools.ts';

/** CDK says twice which resources depend on each other. */
const ignored = 'W3005';

/** AWS's own linter on the template of every stage: schemas of resources, values, intrinsics, limits. */
export async function lintTemplates(): Promise<boolean> {
  const cfnLint = join(pythonCommands(), 'cfn-lint');
  return inFolder((folder) => {
    const templates = stageNames.map((stage) => {
      const outdir = join(folder, stage);
      const { app, stack } = buildApp({ stage, code: withoutCode, outdir, isChecked: false });
      app.synth();
      return join(outdir, stack.templateFile);
    });
    return succeeds(cfnLint, ['-i', ignored, '-r', 'eu-north-1', '--', ...templates]);
  });
}

/** A validator of the Amazon States Language on the definition of the workflow: states, fields, paths, arrows. */
export async function validateWorkflow(): Promise<boolean> {
  return inFolder((folder) => {
    const definition = join(folder, 'definition.json');
    writeFileSync(definition, JSON.stringify(synthesizedDefinition()));
    return succeeds(join(root, 'node_modules', '.bin', 'asl-validator'), ['--json-path', definition]);
  });
}

function inFolder(work: (folder: string) => boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'judges-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function succeeds(command: string, options: string[]): boolean {
  return spawnSync(command, options, { stdio: 'inherit' }).status === 0;
}
