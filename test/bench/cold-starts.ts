import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import type { Variant } from './cold-variants.ts';
import { environmentFor } from './first-calls.ts';
import { pinned } from './machine.ts';
import { shuffled } from './samples.ts';

const Sample = z.object({
  importMs: z.number(),
  callMs: z.number(),
  /** Of all threads, which other processes of the machine lengthen less than the time that passes. */
  cpuMs: z.number(),
  ending: z.union([z.number(), z.string()]),
});
type Sample = z.infer<typeof Sample>;

export interface Measured {
  readonly variant: Variant;
  readonly samples: Sample[];
  /** AWS requests of the first invocation. */
  requests: number;
}

/** Starts each variant in a fresh process once a round, in another order each round. A round before the first warms the disk. */
export async function measureColdStarts(
  variants: readonly Variant[],
  rounds: number,
  folder: string,
): Promise<Measured[]> {
  const sampler = join(folder, 'sample.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'cold-sample.ts')],
    outfile: sampler,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.filename': '__filename' },
  });
  const stub = await startStub();
  const measured = variants.map((variant): Measured => ({ variant, samples: [], requests: 0 }));
  try {
    for (const one of measured) {
      const before = await stub.requests();
      takeSample(sampler, stub.address, one.variant);
      one.requests = (await stub.requests()) - before;
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const one of shuffled(measured)) one.samples.push(takeSample(sampler, stub.address, one.variant));
    }
  } finally {
    stub.stop();
  }
  return measured;
}

function takeSample(sampler: string, awsEndpoint: string, variant: Variant): Sample {
  const [command, args] = pinned(0, process.execPath, [sampler, variant.bundle, variant.eventFile]);
  const { output, stderr } = spawnSync(command, args, {
    env: { PATH: process.env['PATH'], ...environmentFor(awsEndpoint) },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const said = output[3];
  if (!said) throw new Error(`${variant.name} (${variant.make}) did not start: ${stderr}`);
  const sample = Sample.parse(JSON.parse(said));
  if (sample.ending === variant.ending) return sample;
  throw new Error(`${variant.name} (${variant.make}) ended with ${sample.ending} instead of ${variant.ending}`);
}

async function startStub() {
  const [command, args] = pinned(1, process.execPath, [join(import.meta.dirname, 'aws-stub.ts')]);
  const stub = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(createInterface(stub.stdout), 'line');
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    async requests() {
      return Number(await (await fetch(`${address}/requests`)).text());
    },
    stop: () => stub.kill(),
  };
}
