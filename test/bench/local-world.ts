import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '#infra/app.ts';
import { bootWorld, type World } from '#infra/local/world.ts';

/** Does something in a local world of its own, made from the present code, that is gone afterwards. */
export async function inLocalWorld<Result>(act: (world: World) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-world-'));
  const assembly = join(folder, 'assembly');
  await synthesize('local', assembly);
  const world = await bootWorld({ assembly, dataDir: join(folder, 'data'), port: 0, awsPort: 0 });
  try {
    return await act(world);
  } finally {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
