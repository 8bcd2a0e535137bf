import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * One cold start in a fresh process: loads a bundle as Lambda does, calls its handler once, and writes to file descriptor 3
 * what that took. Is bundled to CommonJS before it runs, so that nothing but Node itself is warm.
 */
const [, , bundle = '', eventFile = ''] = process.argv;
const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'));
const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 30_000 };

async function sample() {
  const used = process.cpuUsage();
  const begun = performance.now();
  const { handler } = await load();
  const imported = performance.now();
  const ending = await call(handler);
  const called = performance.now();
  const { user, system } = process.cpuUsage(used);
  const cpuMs = (user + system) / 1000;
  writeSync(3, JSON.stringify({ importMs: imported - begun, callMs: called - imported, cpuMs, ending }));
  process.exit();
}

function load(): Promise<{ handler: (event: unknown, context: object) => unknown }> {
  return bundle.endsWith('.mjs') ? import(bundle) : createRequire(import.meta.filename)(bundle);
}

async function call(handler: (event: unknown, context: object) => unknown): Promise<number | string> {
  try {
    const reply = await handler(event, context);
    return typeof reply === 'object' && reply !== null && 'statusCode' in reply ? Number(reply.statusCode) : 'returned';
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown';
  }
}

void sample();
