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
  return { ready, ended, stop: (signal: 'SIGINT' | 'SIGTERM') => child.kill(signal) };
}

describe('npm start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('synthesizes the app once, prints its addresses, answers, and stops cleanly on a signal', async () => {
    const first = start(folder);
    const said = await first.ready;
    const origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
    expect(said).toContain('synthesized anew');
    expect((await fetch(`${origin}/_local/clock`)).status).toBe(200);
    first.stop('SIGINT');
    expect(await first.ended).toBe(0);

    const second = start(folder);
    expect(await second.ready).not.toContain('synthesized anew');
    second.stop('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});
