import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldBounds } from './bounds.ts';
import { type Measured, measureColdStarts } from './cold-starts.ts';
import { makeVariants } from './cold-variants.ts';
import { canPin } from './machine.ts';
import { median } from './samples.ts';
import { against, type Topic } from './table.ts';

/** What a first visitor waits for: loading the bundle and the first invocation, in a fresh process. */
export async function coldStarts({ isQuick }: { isQuick: boolean }): Promise<Topic> {
  const rounds = isQuick ? 5 : 21;
  const folder = mkdtempSync(join(tmpdir(), 'cold-starts-'));
  try {
    return report(await measureColdStarts(await makeVariants(folder), rounds, folder), rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(measured: readonly Measured[], rounds: number): Topic {
  const find = (name: string) => {
    const found = measured.find(({ variant }) => variant.name === name && variant.make === 'ordinary');
    if (found === undefined) throw new Error(`${name} was not measured`);
    return found;
  };
  const reference = find('reference');
  const deployed = measured
    .filter(({ variant }) => variant.make === 'deployed')
    .map((one) => ({ one, ordinary: ratio(one, find(one.variant.name)), reference: ratio(one, reference) }))
    .toSorted((one, other) => other.reference.cpu - one.reference.cpu);
  return {
    heading: 'Cold starts',
    columns: [
      'function',
      '× ordinary bundle',
      '× reference',
      'elapsed × ordinary',
      'elapsed × reference',
      'CPU ms',
      'import ms',
      'first call ms',
      'bundle KB',
      'AWS requests',
    ],
    rows: [
      ...deployed.map(({ one, ordinary, reference: toReference }) => [
        one.variant.name,
        one.requests > 0 ? against(coldBounds.ordinary, ordinary.cpu, 2) : ordinary.cpu.toFixed(2),
        against(coldBounds.reference, toReference.cpu, 2),
        ordinary.elapsed.toFixed(2),
        toReference.elapsed.toFixed(2),
        ...figures(one),
      ]),
      ...[reference, find('empty')].map((one) => [
        `*${one.variant.name} handler*`,
        '',
        ratio(one, reference).cpu.toFixed(2),
        '',
        ratio(one, reference).elapsed.toFixed(2),
        ...figures(one),
      ]),
    ],
    notes: [
      `Import and first invocation in a fresh process${canPin ? ' kept on one core' : ''}; medians of ${rounds} rounds, each in another order; AWS is an empty stub on loopback${canPin ? ' on another core' : ''}, without TLS.`,
      'Judged by CPU time, which other processes of the machine disturb least; the elapsed time stands beside it and means something on a quiet machine only.',
      'Ordinary bundle: the same source by esbuild as a minified ES module, `mainFields: module,main`. Reference: `test/bench/reference-handler.ts`.',
      'Each function takes its way with the fewest AWS requests. Those with 0 call no AWS service at all: without the SDK there is little that an ordinary bundle does worse.',
    ],
    misses: deployed.flatMap(({ one, ordinary, reference: toReference }) => [
      ...(one.requests > 0 && ordinary.cpu > coldBounds.ordinary
        ? [`${one.variant.name} takes ${ordinary.cpu.toFixed(2)} of its ordinary bundle`]
        : []),
      ...(toReference.cpu > coldBounds.reference
        ? [`${one.variant.name} takes ${toReference.cpu.toFixed(2)} of the reference`]
        : []),
    ]),
  };
}

function ratio(one: Measured, to: Measured): { cpu: number; elapsed: number } {
  return { cpu: cpuOf(one) / cpuOf(to), elapsed: elapsedOf(one) / elapsedOf(to) };
}

function cpuOf({ samples }: Measured): number {
  return median(samples.map(({ cpuMs }) => cpuMs));
}

function elapsedOf({ samples }: Measured): number {
  return median(samples.map(({ importMs, callMs }) => importMs + callMs));
}

function figures(one: Measured): string[] {
  return [
    cpuOf(one).toFixed(1),
    median(one.samples.map(({ importMs }) => importMs)).toFixed(1),
    median(one.samples.map(({ callMs }) => callMs)).toFixed(1),
    one.variant.kilobytes.toFixed(0),
    String(one.requests),
  ];
}
