import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfSources } from './grown-copy.ts';

const { folder } = copyOfSources();
const at = (file: string) => join(folder, file);

/** Bundles the copy and says where the bundles lie, or why there are none. */
function bundle(): string {
  const script = `
    import { bundleFunctions } from '#infra/bundles.ts';
    await bundleFunctions().then(({ folder }) => console.log(folder), (error) => console.log(error.message));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

describe('a build that has been made before', () => {
  const first = bundle();

  it.each([
    [
      'a language that has no line',
      'shared/pages/texts/frame/de.json',
      (file: string) => cpSync(join(dirname(file), 'en.json'), file),
      'shared/pages/texts/frame/de.json belongs to no family, or to a language that',
    ],
    [
      'a family without a module',
      'shared/mail/texts/greetings',
      (file: string) => cpSync(at('shared/mail/texts/mails'), file, { recursive: true }),
      'shared/mail/texts/greetings/en.json belongs to no family',
    ],
    [
      'a module that declares nothing',
      'shared/mail/texts/greetings.ts',
      (file: string) => writeFileSync(file, 'export const greetings = 1;\n'),
      'shared/mail/texts/greetings.ts declares no family of its name',
    ],
    [
      'a family that is new and has no texts',
      'shared/mail/texts/greetings2.ts',
      (file: string) => {
        const declared = "family(import.meta.dirname, 'greetings2', { hello: text })";
        writeFileSync(
          file,
          `import { family, text } from '#shared/i18n/texts.ts';\nexport const greetings = ${declared};\n`,
        );
      },
      'shared/mail/texts/greetings2/sv.json is missing',
    ],
  ])('is made again for %s, which it names', (_what, file, add, fault) => {
    add(at(file));
    expect(bundle()).toContain(fault);
    rmSync(at(file), { recursive: true });
    expect(bundle()).toBe(first);
  });

  it('is made again for a language file that is gone, which it names', () => {
    const file = at('shared/pages/texts/frame/fi.json');
    renameSync(file, `${file}.kept`);
    expect(bundle()).toContain('shared/pages/texts/frame/fi.json is missing');
    renameSync(`${file}.kept`, file);
    expect(bundle()).toBe(first);
  });
});
