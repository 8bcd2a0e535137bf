import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = new URL('../../infra/local/main.ts', import.meta.url).pathname;

/** Starts the service itself as `npm start` does, in a folder of its own, on any free ports. */
function start(folder: string) {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', AWS_PORT: '0', LOCAL_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const ready = new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Ready in')) resolve(said);
    });
    child.once('exit', () => reject(new Error(`ended before it was ready: ${said}`)));
  });
  return { ready, ended, stop: (signal: NodeJS.Signals) => child.kill(signal) };
}

describe('npm start', () => {
  let folder: string;
  const started: ReturnType<typeof start>[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-start-'));
  });
  afterAll(async () => {
    for (const one of started) one.stop('SIGKILL');
    await Promise.all(started.map((one) => one.ended));
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its addresses, answers there, and stops cleanly on %s',
    async (signal) => {
      const service = start(folder);
      started.push(service);
      const origin = /http:\/\/localhost:\d+/.exec(await service.ready)?.[0] ?? '';
      expect((await fetch(`${origin}/_local/clock`)).status).toBe(200);
      service.stop(signal);
      expect(await service.ended).toBe(0);
    },
  );
});
