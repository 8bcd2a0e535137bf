/** `npm start`: runs the service on this machine. `--fresh` empties the data folder first. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { synthesizedAssembly } from './synth.ts';
import { bootWorld } from './world.ts';

const portNumber = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const Settings = z.object({
  PORT: z._default(portNumber, 3000),
  AWS_PORT: z._default(portNumber, 4566),
  LOCAL_DIR: z._default(z.string(), '.local'),
});
const parsed = Settings.safeParse(process.env);
if (!parsed.success) {
  const wrong = parsed.error.issues.map(({ path }) => path.join()).map((name) => `${name}=${process.env[name]}`);
  console.error(`${wrong.join(' and ')}: a port is a whole number from 0 to 65535.`);
  process.exit(1);
}
const settings = parsed.data;

const started = performance.now();
const folder = resolve(settings.LOCAL_DIR);

async function start() {
  mkdirSync(folder, { recursive: true });
  let fromCache = false;
  const world = await bootWorld({
    async assembly() {
      const synthesized = await synthesizedAssembly(folder);
      fromCache = synthesized.fromCache;
      return synthesized.directory;
    },
    dataDir: folder,
    port: settings.PORT,
    awsPort: settings.AWS_PORT,
    fresh: process.argv.includes('--fresh'),
    report: (line) => console.error(line),
  });
  return { world, fromCache };
}

const { world, fromCache } = await start().catch((error: unknown) => {
  // A plain error is written for people; any other is a bug, whose stack trace matters.
  console.error(error instanceof Error && error.constructor === Error ? error.message : error);
  process.exit(1);
});

// Before anybody is told that it is ready.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await world.stop();
    process.exit(0);
  });
}

console.log(`
  The service            ${world.origin}/
  Mailbox and clock      ${world.origin}/_local/
  AWS endpoint           ${world.awsEndpoint}   (AWS_ENDPOINT_URL; any access key and secret, region ${world.region})
  Data                   ${folder}

  Ready in ${((performance.now() - started) / 1000).toFixed(1)} s${fromCache ? '' : ' (the app was synthesized anew)'}. Stop with Ctrl-C.
`);
