import { cpSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import type { Metafile } from 'esbuild';
import { faultsOfFamily } from '#shared/i18n/check-texts.ts';
import type { Family } from '#shared/i18n/texts.ts';

/**
 * Texts lie beside the code that says them and travel beside the bundle that needs them: whichever module
 * `shared/…/texts/<family>.ts` went into a bundle, the folder `<family>/` with a file a language is laid next to it.
 */

const root = join(import.meta.dirname, '..');
const isFamilyModule = (file: string) => /^shared\/(.+\/)?texts\/[a-z-]+\.ts$/.test(file);

/** The files of the families that a bundle needs, from the root of the repository. */
export function textFilesOf({ inputs }: Metafile['outputs'][string]): string[] {
  const used = Object.entries(inputs).filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && isFamilyModule(file));
  return used.flatMap(([file]) => {
    const folder = file.replace(/\.ts$/, '');
    return readdirSync(join(root, folder)).map((name) => posix.join(folder, name));
  });
}

/** Lays texts into a function's folder: `shared/pages/texts/frame/en.json` becomes `frame/en.json`. */
export function layTexts(files: readonly string[], folder: string): void {
  for (const file of files) cpSync(join(root, file), join(folder, basename(dirname(file)), basename(file)));
}

/** Throws when a text is missing in a language, is asked for by nobody or has other gaps than declared, naming each. */
export async function checkTexts(): Promise<void> {
  const families = await allFamilies();
  const faults = [...families.flatMap(faultsOfFamily), ...doubles(families)].map((fault) =>
    fault.replace(`${root}/`, ''),
  );
  if (faults.length > 0) throw new Error(`These texts cannot be used:\n- ${faults.join('\n- ')}`);
}

/** Every family that is declared. */
export async function allFamilies(): Promise<Family[]> {
  const files = readdirSync(join(root, 'shared'), { recursive: true, encoding: 'utf8' });
  const modules = files.map((file) => posix.join('shared', file)).filter(isFamilyModule);
  const families: Family[] = [];
  for (const file of modules.sort()) {
    const module: Record<string, unknown> = await import(join(root, file));
    families.push(...Object.values(module).filter(isFamily));
  }
  return families;
}

function isFamily(value: unknown): value is Family {
  return typeof value === 'object' && value !== null && 'folder' in value && 'shape' in value && 'in' in value;
}

/** In a function's folder all families lie side by side. */
function doubles(families: readonly Family[]): string[] {
  const names = families.map(({ name }) => name);
  const again = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...again].map((name) => `Two families are called ${name}`);
}
