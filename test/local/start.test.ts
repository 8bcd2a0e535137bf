import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

/** `npm start` in a data folder of its own, on any free ports unless told otherwise. Signals go to npm, as from a terminal. */
function start(folder: string, port = '0') {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: port, AWS_PORT: '0', LOCAL_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing is left when a test fails.
    detached: true,
  });
  const complaint = text(child.stderr);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const ready = new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Ready in')) resolve(said);
    });
    child.once('exit', async () => reject(new Error(`ended before it was ready: ${said}${await complaint}`)));
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  const killAll = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All of them have ended.
    }
  };
  return { ready, ended, complaint, stop, killAll };
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((tried) => {
    server.once('error', () => tried(false));
    server.listen(port, '127.0.0.1', () => server.close(() => tried(true)));
  });
}

describe('npm start', () => {
  let folder: string;
  const started: ReturnType<typeof start>[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-start-'));
  });
  afterAll(async () => {
    for (const one of started) one.killAll();
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
      // With npm went the service: its ports can be taken again.
      const addresses = [...(await service.ready).matchAll(/(?:localhost|127\.0\.0\.1):(\d+)/g)];
      expect(addresses.length).toBeGreaterThanOrEqual(2);
      for (const [, port] of addresses) expect(await isFree(Number(port))).toBe(true);
    },
  );

  it('says in one line that its port is taken, before it touches anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const empty = join(folder, 'empty');
    const service = start(empty, port);
    started.push(service);
    await expect(service.ready).rejects.toThrow('ended before it was ready');
    other.close();
    expect([await service.ended, await service.complaint]).toEqual([
      1,
      `Port ${port} is in use. Choose another with PORT or AWS_PORT.\n`,
    ]);
    expect(readdirSync(empty)).toEqual([]);
  });
});
