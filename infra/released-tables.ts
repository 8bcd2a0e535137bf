import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { buildApp } from './app.ts';
import { withoutCode } from './code-folders.ts';

/**
 * Remembers which tables the last release has: by their logical ids CloudFormation knows them again, and it changes one index
 * of a table per deployment. What else is to be known about a change: infra/DEPLOY.md.
 */

const file = join(import.meta.dirname, 'released-tables.json');

/** Each table by its logical id. Keys in order, indexes in words: `checks: checkShard, checkAt (KEYS_ONLY)`. */
const Tables = z.record(z.string(), z.object({ key: z.string(), indexes: z.array(z.string()) }));
export type Tables = z.infer<typeof Tables>;

/** The tables of the last release. */
export function releasedTables(): Tables {
  return Tables.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const Key = z.array(z.object({ AttributeName: z.string() }));
const Index = z.object({
  IndexName: z.string(),
  KeySchema: Key,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z._default(z.array(z.string()), []) }),
});
const Properties = z.object({ KeySchema: Key, GlobalSecondaryIndexes: z._default(z.array(Index), []) });
const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.optional(z.unknown()) })),
});

/** The tables that would be deployed now. */
export function presentTables(): Tables {
  const outdir = mkdtempSync(join(tmpdir(), 'tables-'));
  try {
    const { app, stack } = buildApp({ stage: 'prod', code: withoutCode, outdir, isChecked: false });
    const { Resources } = Template.parse(app.synth().getStackArtifact(stack.artifactId).template);
    const tables = Object.entries(Resources).filter(([, { Type }]) => /^AWS::DynamoDB::(Global)?Table$/.test(Type));
    return Object.fromEntries(tables.map(([id, resource]) => [id, described(resource.Properties)]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function described(properties: unknown): Tables[string] {
  const { KeySchema, GlobalSecondaryIndexes } = Properties.parse(properties);
  const inWords = (key: z.infer<typeof Key>) => key.map(({ AttributeName }) => AttributeName).join(', ');
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema: key, Projection }) => {
    const held = [Projection.ProjectionType, ...Projection.NonKeyAttributes].join(' ');
    return `${IndexName}: ${inWords(key)} (${held})`;
  });
  return { key: inWords(KeySchema), indexes: indexes.toSorted() };
}

/** Why a release would lose the data of a table, or not be deployed; empty when it may be. */
export function faultsOfRelease(released: Tables, present: Tables): string[] {
  return Object.entries(released).flatMap(([id, before]) => {
    const now = present[id];
    if (now === undefined) return [`The table ${id} would be gone, with everything in it: its logical id is another`];
    if (now.key !== before.key)
      return [`The table ${id} would be a new, empty one: its key is no longer ${before.key}`];
    const changes = [
      ...before.indexes.filter((index) => !now.indexes.includes(index)),
      ...now.indexes.filter((index) => !before.indexes.includes(index)),
    ];
    if (changes.length <= 1) return [];
    return [`The table ${id} changes by more than one index, and CloudFormation refuses that: ${changes.join('; ')}`];
  });
}

// `npm run released`
if (import.meta.main) writeFileSync(file, `${JSON.stringify(presentTables(), null, 2)}\n`);
