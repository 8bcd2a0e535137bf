import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startBounds } from './bounds.ts';
import { median } from './samples.ts';
import { against, type Topic } from './table.ts';

const root = join(import.meta.dirname, '../..');
const sources = [
  'infra',
  'functions',
  'shared',
  'events',
  'package.json',
  'package-lock.json',
  'cdk.json',
  'tsconfig.json',
];

/** From the command to the line that says it is ready: on a fresh checkout, and again when nothing has changed. */
export async function starts({ isQuick }: { isQuick: boolean }): Promise<Topic> {
  const rounds = isQuick ? 2 : 5;
  const first: number[] = [];
  const unchanged: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const checkout = freshCheckout();
    try {
      first.push(await secondsToReady(checkout));
      unchanged.push(await secondsToReady(checkout));
    } finally {
      rmSync(checkout, { recursive: true, force: true });
    }
  }
  const row = (what: string, samples: readonly number[], bound: number) => [
    what,
    `${((median(samples) / bound) * 100).toFixed(0)} %`,
    against(bound, median(samples), 1),
    `${Math.min(...samples).toFixed(1)}–${Math.max(...samples).toFixed(1)}`,
  ];
  return {
    heading: '`npm start` until it is ready',
    columns: ['state', 'of the bound', 'seconds', 'from–to'],
    rows: [
      row('after `npm ci`: no bundles, no template, no data', first, startBounds.first),
      row('nothing changed', unchanged, startBounds.unchanged),
    ],
    notes: [`Medians of ${rounds} rounds; both as a process of its own on a copy of the sources, free ports.`],
    misses: [
      ...(median(first) > startBounds.first ? ['the first start'] : []),
      ...(median(unchanged) > startBounds.unchanged ? ['the start when nothing changed'] : []),
    ],
  };
}

/** The sources without anything that was made from them; the dependencies are those of this checkout. */
function freshCheckout(): string {
  const checkout = mkdtempSync(join(tmpdir(), 'bench-start-'));
  for (const source of sources) cpSync(join(root, source), join(checkout, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  return checkout;
}

async function secondsToReady(checkout: string): Promise<number> {
  const begun = performance.now();
  const service = spawn('npm', ['start'], {
    cwd: checkout,
    env: { ...process.env, PORT: '0', AWS_PORT: '0', LOCAL_DIR: join(checkout, '.local') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  service.stderr.on('data', (text) => {
    said += text;
  });
  try {
    for await (const line of createInterface(service.stdout)) {
      if (line.includes('Ready in')) return (performance.now() - begun) / 1000;
    }
    throw new Error(`npm start ended before it was ready: ${said}`);
  } finally {
    await stop(service);
  }
}

async function stop(service: ReturnType<typeof spawn>): Promise<void> {
  if (service.exitCode !== null || service.signalCode !== null) return;
  const ended = once(service, 'exit');
  service.kill('SIGTERM');
  await ended;
}
