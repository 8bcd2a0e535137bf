import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allFamilies, checkTexts, faultsOfFiles } from '#infra/bundle-texts.ts';
import { bundleFunctions } from '#infra/bundles.ts';
import { functionPaths } from '#infra/functions.ts';
import { languages } from '#shared/i18n/language.ts';
import type { Family } from '#shared/i18n/texts.ts';

const families = await allFamilies();
const names = families.map(({ name }) => name);
const { folder } = await bundleFunctions();

/** Every text of a family in a language; what has gaps is filled with their names. */
function said(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return [String(texts(new Proxy({}, { get: (_, gap) => `‹${String(gap)}›` })))];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(said) : [];
}

describe('the texts', () => {
  it('are all there, in every language', async () => {
    await expect(checkTexts()).resolves.toBeUndefined();
    expect(families.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['mails', 'status', 'initiative', 'problems']),
    );
  });

  it.each(families.flatMap((family): [string, Family][] => [[family.name, family]]))(
    'of %s are said whole',
    (_name, family) => {
      for (const language of languages) {
        const texts = said(family.in(language));
        expect(texts.length).toBeGreaterThan(1);
        for (const one of texts) {
          expect(one).not.toMatch(/undefined|[{}]| {2}|\s$|^\s/);
          expect(one).toBe(one.normalize('NFC'));
        }
      }
    },
  );

  it('are known by one name each, that of their module', () => {
    const one = { folder: join(import.meta.dirname, '../../shared/pages/texts'), name: 'one' };
    const files = ['shared/pages/texts/one.ts', 'shared/pages/texts/one/en.json'];
    expect(faultsOfFiles([one], files)).toEqual([]);
    expect(faultsOfFiles([one, { ...one, name: 'two' }], files)).toEqual([
      'shared/pages/texts/two.ts does not declare its family',
    ]);
    expect(faultsOfFiles([one, one], files)).toEqual(['Two families are called one']);
  });

  it('are written in each language by itself', () => {
    const inAll = families.flatMap((family) => {
      const english = said(family.in('en'));
      return languages.slice(1).map((language) => {
        const other = said(family.in(language));
        const same = other.filter((one, index) => one.length > 20 && one === english[index]);
        return { family: family.name, language, same };
      });
    });
    expect(inAll.filter(({ same }) => same.length > 0)).toEqual([]);
  });
});

describe('beside a bundle', () => {
  it.each(functionPaths())('lie whole families, in every language: %s', (path) => {
    const beside = readdirSync(join(folder, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const whole = languages.map((language) => `${language}.json`).sort();
    for (const { name } of beside) expect(readdirSync(join(folder, path, name)).sort()).toEqual(whole);
    expect(names).toEqual(expect.arrayContaining(beside.map(({ name }) => name)));
  });

  it('lie only those that the function needs', () => {
    const has = (path: string, name: string) => existsSync(join(folder, path, name, 'en.json'));
    expect(has('links/review', 'review')).toBe(true);
    expect(has('links/review', 'field-errors')).toBe(true);
    expect(has('links/show-status', 'field-errors')).toBe(false);
    expect(has('catalogue/list-initiatives', 'problems')).toBe(true);
    expect(readdirSync(join(folder, 'catalogue/list-initiatives')).sort()).toEqual(['index.cjs', 'problems']);
    expect(readdirSync(join(folder, 'moderation/take-up-case'))).toEqual(['index.cjs']);
  });
});
