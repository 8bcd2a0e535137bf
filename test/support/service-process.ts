import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { leaked, leaksIn, secretsOf, writtenIn } from './secrecy.ts';
import { serviceAt } from './story.ts';
import { posted } from './visitor.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * `npm start` as a process of its own, for tests that kill it, or that run another checkout (`sources`). Data and address stay
 * the same over restarts; everything is gone when the file is done.
 */
export async function startService(sources = root) {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-centre-service-'));
  const port = await lastingPort();
  let running = await boot(sources, folder, port);
  afterAll(async () => {
    try {
      const mails = await serviceAt(running.origin, async () => {}).mails();
      await end(running.process, 'SIGTERM');
      const written = writtenIn(folder);
      expect(leaksIn(written, secretsOf({ posted: posted(), mails, items: [] })), leaked).toEqual([]);
      expect(written).not.toContain('AccessDenied');
    } finally {
      await end(running.process, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return {
    origin: running.origin,
    /** What it has said so far, since its last start. */
    said: () => running.said(),
    /** As when the power goes: nothing is finished, nothing is written any more. */
    kill: () => end(running.process, 'SIGKILL'),
    async restart(): Promise<void> {
      running = await boot(sources, folder, port);
    },
  };
}

/**
 * A free port out of those that no system hands out by itself (Linux from 32768 on, others higher): nobody else gets it
 * while the service is down.
 */
async function lastingPort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((tried) => {
    server.once('error', () => tried(false));
    server.listen(port, '127.0.0.1', () => server.close(() => tried(true)));
  });
  return isFree ? port : lastingPort();
}

interface Running {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly said: () => string;
}

async function boot(sources: string, folder: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, [join('infra', 'local', 'main.ts')], {
    cwd: sources,
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
  return { process: child, origin, said: () => said };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
