import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Sources by their path from the root of the repository: `shared/http/body.ts` → its text. */
export type SourceTree = ReadonlyMap<string, string>;

const root = join(import.meta.dirname, '..', '..');

/** Everything that is compiled. */
export function readSources(): SourceTree {
  const folders = ['functions', 'shared', 'infra', 'test'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => posix.join(folder, file)),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  return new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** What lies at the root and is not hidden. */
export function topLevelFolders(): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
}

export interface Import {
  /** A path from the root for our own files, the specifier for packages. */
  readonly target: string;
  /** Erased before anything runs. */
  readonly isType: boolean;
}

const statements = /^\s*(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, however it says so. */
export function importsOf(file: string, text: string): Import[] {
  const declared = [...text.matchAll(statements)].map(([, type, names = '', target = '']) => ({
    target: resolve(file, target),
    isType: type !== undefined || isAllTypes(names),
  }));
  const late = [...text.matchAll(dynamic)].map(([, target = '']) => ({ target: resolve(file, target), isType: false }));
  return [...declared, ...late];
}

/** `{ type A, type B }` leaves nothing either. */
function isAllTypes(names: string): boolean {
  const listed = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  const all = listed?.split(',').map((name) => name.trim()) ?? [];
  return all.some(Boolean) && all.filter(Boolean).every((name) => name.startsWith('type '));
}

function resolve(file: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1);
  return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
}

/** The files that run when these run: their imports, and the imports of those, without types. */
export function reachedFrom(tree: SourceTree, files: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const imports = importsOf(file, tree.get(file) ?? '').filter(({ isType }) => !isType);
    open.push(...imports.map(({ target }) => target));
  }
  return reached;
}
