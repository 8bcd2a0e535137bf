import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundleFunctions } from '#infra/bundles.ts';
import { ClearingCentreStack } from '#infra/clearing-centre-stack.ts';
import { foldersOf } from '#infra/code-folders.ts';
import { bootWorld, type World } from '#infra/local/world.ts';
import { localModeration } from '#infra/moderators.ts';
import { stageSettings } from '#infra/stages.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import cdk from '../../cdk.json' with { type: 'json' };

/**
 * Does something in a local world of its own, made from the present code, that is gone afterwards. It moderates as the local
 * stage does, or by other settings, and takes as many `posts`, or others.
 */
export async function inLocalWorld<Result>(
  act: (world: World) => Promise<Result>,
  moderation: ModerationSettings = localModeration,
  posts?: PostLimits,
): Promise<Result> {
  return withFolder(async (folder) => act(await folder.boot()), moderation, posts);
}

/** A folder on which worlds are booted, one after the other. */
interface WorldFolder {
  boot(): Promise<World>;
  /** Ends the present world; the next finds that so many milliseconds have gone by meanwhile. */
  standStill(ms: number): Promise<void>;
}

/** The same for what outlives a world. */
export async function withFolder<Result>(
  act: (folder: WorldFolder) => Promise<Result>,
  moderation: ModerationSettings = localModeration,
  posts?: PostLimits,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-world-'));
  const assembly = join(folder, 'assembly');
  const dataDir = join(folder, 'data');
  await synthesizeLocal(moderation, assembly, posts);
  let world: World | undefined;
  try {
    return await act({
      async boot() {
        world = await bootWorld({ assembly, dataDir, port: 0, awsPort: 0 });
        return world;
      },
      async standStill(ms) {
        const offsetMs = (world?.now().getTime() ?? Date.now()) - Date.now() + ms;
        await world?.stop();
        world = undefined;
        appendFileSync(join(dataDir, 'clock.jsonl'), `${JSON.stringify({ offsetMs })}\n`);
      },
    });
  } finally {
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function synthesizeLocal(moderation: ModerationSettings, outdir: string, posts?: PostLimits): Promise<void> {
  const local = stageSettings('local');
  const limits = { ...local.limits, ...(posts && { posts }) };
  const settings = { ...local, moderation, limits };
  const code = foldersOf(await bundleFunctions());
  const app = new App({ context: cdk.context, outdir });
  new ClearingCentreStack(app, 'ClearingCentre-local', { stage: 'local', settings, code });
  app.synth();
}
