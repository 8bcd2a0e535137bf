import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/**
 * `npm start` as a process of its own, for tests that kill it. Data and address stay the same over restarts; everything is
 * gone when the file is done.
 */
export async function startService() {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-centre-service-'));
  let running = await boot(folder, 0);
  const { origin } = running;
  afterAll(async () => {
    await end(running.process, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    origin,
    /** As when the power goes: nothing is finished, nothing is written any more. */
    kill: () => end(running.process, 'SIGKILL'),
    async restart(): Promise<void> {
      running = await boot(folder, Number(new URL(origin).port));
    },
  };
}

async function boot(folder: string, port: number): Promise<{ process: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [join('infra', 'local', 'main.ts')], {
    cwd: root,
    env: { ...process.env, LOCAL_DIR: folder, PORT: String(port), AWS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (piece: Buffer) => {
      said += piece.toString('utf8');
      const [, address] = /The service\s+(http:\/\/\S+?)\/\s/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The service ended with ${code} before it was ready:\n${said}`)));
  });
  return { process: child, origin };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
