import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const sources = ['functions', 'shared', 'infra', 'cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json'];

type Copy = ReturnType<typeof copyOfSources>;

/** A copy of everything that is deployed, to be changed and run; gone when the test file is done. */
export function copyOfSources() {
  const folder = mkdtempSync(join(tmpdir(), 'clearing-centre-copy-'));
  for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  /** Changes a file; fails when there is nothing to change. */
  const edit = (file: string, before: string, after: string) => {
    const text = read(file);
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    writeFileSync(join(folder, file), text.replace(before, after));
  };
  return { folder, read, edit };
}

const firstLanguage = "  en: { ownName: 'English'";

/** A language as the README says: a file beside each `en.json`, and a line. Its texts are English, each with a mark. */
export function addLanguage({ folder, edit }: Copy, code: string, ownName: string, mark: string): void {
  const files = readdirSync(join(folder, 'shared'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('/en.json'))) {
    const english = readFileSync(join(folder, 'shared', file), 'utf8');
    const marked = english.replace(/(": ")/g, `$1${mark}`).replace(/("plural": ")[^"\w]*/g, '$1');
    writeFileSync(join(folder, 'shared', dirname(file), `${code}.json`), marked);
  }
  edit(
    'shared/i18n/language.ts',
    firstLanguage,
    `  ${code}: { ownName: '${ownName}', timeZone: 'UTC' },\n${firstLanguage}`,
  );
}

/** A form as the README says: a folder and a line. It asks for as much as `initiative`, in other words. */
export function addForm({ folder, edit }: Copy, form: string, invitation: string): void {
  const from = join(folder, 'shared/forms/initiative');
  const to = join(folder, 'shared/forms', form);
  cpSync(join(from, 'fields.ts'), join(to, 'fields.ts'));
  for (const [file, name] of [
    ['initiative.ts', `${form}.ts`],
    ['texts/initiative.ts', `texts/${form}.ts`],
  ] as const) {
    cpSync(join(from, file), join(to, name));
    writeFileSync(join(to, name), readFileSync(join(from, file), 'utf8').replaceAll('initiative', form));
  }
  for (const file of readdirSync(join(from, 'texts/initiative'))) {
    const texts = readFileSync(join(from, 'texts/initiative', file), 'utf8');
    cpSync(join(from, 'texts/initiative', file), join(to, 'texts', form, file));
    writeFileSync(
      join(to, 'texts', form, file),
      texts.replace(/"invitation": "[^"]*"/, `"invitation": "${invitation} (${file.slice(0, 2)})"`),
    );
  }
  edit('shared/forms/forms.ts', '].map((form)', `, ${form}].map((form)`);
  edit(
    'shared/forms/forms.ts',
    'import { initiative }',
    `import { ${form} } from './${form}/${form}.ts';\nimport { initiative }`,
  );
}
