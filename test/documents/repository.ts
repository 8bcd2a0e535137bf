import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { functionPaths, routesOf } from '#infra/functions.ts';
import { resourcesOf, synthesizedTemplate } from '#test/infra/synthesized.ts';

/** What documents are compared with. All paths are from the root of the repository. */
export interface Repository {
  /** Every Markdown file: its path → its text. */
  readonly documents: ReadonlyMap<string, string>;
  /** Every other text that people write: code, settings, texts. */
  readonly sources: ReadonlyMap<string, string>;
  /** Every file and its size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** The names of the scripts of package.json. */
  readonly scripts: readonly string[];
  /** The routes of the contracts that are for people and programs: `GET /v1/forms`. */
  readonly routes: readonly string[];
  /** The anchors to which the alarms of the stack link. */
  readonly alarms: readonly string[];
  /** The names of the outputs of the stack. */
  readonly outputs: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');
/** Made or installed, or the history. */
const skipped = ['.git', 'node_modules', 'cdk.out', '.cache', '.local', 'coverage', '.ci/out', 'package-lock.json'];

export function readRepository(): Repository {
  const contents = new Map(filesUnder('').map((path) => [path, readFileSync(join(root, path))]));
  const texts = (isWanted: (path: string) => boolean) =>
    new Map(
      [...contents].filter(([path]) => isWanted(path)).map(([path, content]) => [path, content.toString('utf8')]),
    );
  const template = synthesizedTemplate('prod');
  return {
    documents: texts((path) => path.endsWith('.md')),
    sources: texts((path) => /(\.(tsx?|json|ya?ml|css)|\.ci\/run)$/.test(path)),
    files: new Map([...contents].map(([path, content]) => [path, content.length])),
    scripts: Object.keys(Package.parse(JSON.parse(contents.get('package.json')?.toString('utf8') ?? '')).scripts),
    routes: functionPaths().flatMap(routesOf).filter(isPublic),
    alarms: [...resourcesOf(template, 'AWS::CloudWatch::Alarm').values()].map((alarm) => anchorIn(Alarm.parse(alarm))),
    outputs: Object.keys(template.findOutputs('*')),
  };
}

const Package = z.object({ scripts: z.record(z.string(), z.string()) });
const Alarm = z.object({ AlarmDescription: z.string() });

function anchorIn({ AlarmDescription }: z.infer<typeof Alarm>): string {
  return /RUNBOOK\.md#(\S+)$/.exec(AlarmDescription)?.[1] ?? `none in "${AlarmDescription}"`;
}

/** HEAD comes with every GET, preflights are the browser's business, and `$default` answers what is no address. */
function isPublic(route: string): boolean {
  return !/^(HEAD |OPTIONS |\$default)/.test(route);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (skipped.includes(path)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}
