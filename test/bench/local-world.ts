import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '#infra/app.ts';
import { bootWorld, type World } from '#infra/local/world.ts';

/** Does something in a local world of its own, made from the present code, that is gone afterwards. */
export async function inLocalWorld<Result>(act: (world: World) => Promise<Result>): Promise<Result> {
  return withFolder(async (folder) => act(await folder.boot()));
}

/** A folder on which worlds are booted, one after the other. */
interface WorldFolder {
  boot(): Promise<World>;
  /** Ends the present world; the next finds that so many milliseconds have gone by meanwhile. */
  standStill(ms: number): Promise<void>;
}

/** The same for what outlives a world. */
export async function withFolder<Result>(act: (folder: WorldFolder) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-world-'));
  const assembly = join(folder, 'assembly');
  const dataDir = join(folder, 'data');
  await synthesize('local', assembly);
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
