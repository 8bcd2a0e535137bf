import { cpSync, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import { faultsOfFamily } from '#shared/i18n/check-texts.ts';
import { languages } from '#shared/i18n/language.ts';
import type { Family } from '#shared/i18n/texts.ts';

/**
 * Texts lie beside the code that says them and travel beside the bundle that needs them: for each family module
 * `shared/…/texts/<family>.ts` in a bundle, the folder `<family>/` with a JSON file for each language is laid next to it.
 */

const repository = join(import.meta.dirname, '..');
const isText = (file: string) => /^shared\/(.+\/)?texts\/.+\.(ts|json)$/.test(file);
const isFamilyModule = (file: string) => /^shared\/(.+\/)?texts\/[^/]+\.ts$/.test(file);

/** The JSON files of the families that a bundle needs, from the root of the checkout that it was made from. */
export function textFilesOf({ inputs }: Metafile['outputs'][string], root = repository): string[] {
  const used = Object.entries(inputs).filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && isFamilyModule(file));
  return used
    .map(([file]) => file.replace(/\.ts$/, ''))
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => posix.join(folder, name)))
    .filter(isText);
}

/** Lays texts into a function's folder: `shared/pages/texts/frame/en.json` becomes `frame/en.json`. */
export function layTexts(files: readonly string[], folder: string, root = repository): void {
  for (const file of files) cpSync(join(root, file), join(folder, basename(dirname(file)), basename(file)));
}

/** Every module and JSON file of a family, from the root of the repository. */
export function allTextFiles(): string[] {
  const files = readdirSync(join(repository, 'shared'), { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => posix.join('shared', file))
    .filter(isText)
    .sort();
}

/** Throws when a text is missing in a language, is not declared or has other gaps than declared, naming each. */
export async function checkTexts(): Promise<void> {
  const families = await allFamilies();
  const texts = families.flatMap(faultsOfFamily).map((fault) => fault.replace(`${repository}/`, ''));
  const faults = [...texts, ...faultsOfFiles(families, allTextFiles())];
  if (faults.length > 0) throw new Error(`These texts cannot be used:\n- ${faults.join('\n- ')}`);
}

/** Every family that is declared. */
export async function allFamilies(): Promise<Family[]> {
  const families: Family[] = [];
  for (const file of allTextFiles().filter(isFamilyModule)) {
    const module: Record<string, unknown> = await import(join(repository, file));
    families.push(...Object.values(module).filter(isFamily));
  }
  return families;
}

function isFamily(value: unknown): value is Family {
  return typeof value === 'object' && value !== null && 'folder' in value && 'shape' in value && 'in' in value;
}

/**
 * What a bundle could not find, or would carry for nothing: a module declares the one family of its own name, and what lies
 * beside it are its texts in our languages. In a function's folder all families lie side by side, so names are unique.
 */
export function faultsOfFiles(
  families: readonly Pick<Family, 'folder' | 'name'>[],
  files: readonly string[],
): string[] {
  const names = families.map(({ name }) => name);
  const again = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const paths = families.map(({ folder, name }) => relative(repository, join(folder, name)));
  const known = new Set(paths.flatMap((path) => [`${path}.ts`, ...languages.map((code) => `${path}/${code}.json`)]));
  return [
    ...[...again].map((name) => `Two families are called ${name}`),
    ...paths.filter((path) => !files.includes(`${path}.ts`)).map((path) => `${path}.ts does not declare its family`),
    ...files
      .filter((file) => !known.has(file))
      .map((file) =>
        isFamilyModule(file)
          ? `${file} declares no family of its name`
          : `${file} belongs to no family, or to a language that shared/i18n/language.ts does not name`,
      ),
  ];
}
