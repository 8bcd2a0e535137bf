import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionPaths } from '#infra/functions.ts';
import { againstBound, ordinaryBound, referenceBound } from './bounds.ts';
import { type Measured, measureColdStarts } from './cold-starts.ts';
import { type Make, makeVariants } from './cold-variants.ts';
import { canPin } from './machine.ts';
import { median } from './samples.ts';
import { against, type Topic, type TopicOptions } from './table.ts';

/** What a first visitor waits for: loading the bundle and the first invocation, in a fresh process. */
export async function coldStarts({ isQuick, against: before }: TopicOptions): Promise<Topic> {
  const rounds = isQuick ? 5 : 21;
  const folder = mkdtempSync(join(tmpdir(), 'cold-starts-'));
  try {
    return report(await measureColdStarts(await makeVariants(folder, before), rounds, folder), rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(measured: readonly Measured[], rounds: number): Topic {
  const find = (name: string, make: Make = 'ordinary') => {
    const found = measured.find(({ variant }) => variant.name === name && variant.make === make);
    if (found === undefined) throw new Error(`${name} was not measured`);
    return found;
  };
  const hasBefore = measured.some(({ variant }) => variant.make === 'before');
  /** Of the same function in the other checkout. */
  const toBefore = (one: Measured) =>
    measured.some(({ variant }) => variant.make === 'before' && variant.name === one.variant.name)
      ? ratio(one, find(one.variant.name, 'before')).cpu
      : undefined;
  const reference = find('reference');
  const deployed = measured
    .filter(({ variant }) => variant.make === 'deployed')
    .map((one) => ({ one, ordinary: ratio(one, find(one.variant.name)), reference: ratio(one, reference) }))
    .toSorted((one, other) => other.reference.cpu - one.reference.cpu);
  return {
    heading: 'Cold starts',
    columns: [
      'function',
      ...(hasBefore ? ['× before'] : []),
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
        ...(hasBefore ? [said(toBefore(one))] : []),
        one.requests > 0 ? against(ordinaryBound, ordinary.cpu, 2) : ordinary.cpu.toFixed(2),
        against(boundOf(one), toReference.cpu, 2),
        ordinary.elapsed.toFixed(2),
        toReference.elapsed.toFixed(2),
        ...figures(one),
      ]),
      ...[reference, find('empty')].map((one) => [
        `*${one.variant.name} handler*`,
        ...(hasBefore ? [''] : []),
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
      ...((toBefore(one) ?? 0) > againstBound
        ? [`${one.variant.name} takes ${said(toBefore(one))} of what it took`]
        : []),
      ...(one.requests > 0 && ordinary.cpu > ordinaryBound
        ? [`${one.variant.name} takes ${ordinary.cpu.toFixed(2)} of its ordinary bundle`]
        : []),
      ...(toReference.cpu > boundOf(one)
        ? [`${one.variant.name} takes ${toReference.cpu.toFixed(2)} of the reference`]
        : []),
    ]),
  };
}

function said(toBefore: number | undefined): string {
  return toBefore === undefined ? '' : against(againstBound, toBefore, 2);
}

function boundOf({ variant }: Measured): number {
  const path = functionPaths().find((known) => known === variant.name);
  if (path === undefined) throw new Error(`${variant.name} is no function`);
  return referenceBound(path);
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
