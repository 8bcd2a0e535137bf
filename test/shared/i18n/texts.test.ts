import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOfFamily } from '#shared/i18n/check-texts.ts';
import { languages } from '#shared/i18n/language.ts';
import { each, family, optionalText, sentence, text } from '#shared/i18n/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shape = {
  hello: text,
  until: sentence('day'),
  most: sentence('max', 'name'),
  kinds: each(['one', 'two'], { label: text, hint: optionalText }),
};
const good = {
  hello: 'Hello',
  until: 'Until {day}.',
  most: { plural: 'max', one: 'At most {max} under {name}.', other: 'At most {max} of them under {name}.' },
  kinds: { one: { label: 'One', hint: 'first' }, two: { label: 'Two' } },
};

let families = 0;
/** A family that says `said` in every language, or in English something else. */
function saying(said: unknown, inEnglish = said) {
  families += 1;
  const name = `family-${families}`;
  mkdirSync(join(folder, name));
  for (const language of languages) {
    writeFileSync(join(folder, name, `${language}.json`), JSON.stringify(language === 'en' ? inEnglish : said));
  }
  return family(folder, name, shape);
}

describe('a family of texts', () => {
  const texts = saying(good).in('en');

  it('says its texts, and fills their gaps', () => {
    expect(texts.hello).toBe('Hello');
    expect(texts.until({ day: '3 May' })).toBe('Until 3 May.');
    expect(texts.kinds.one).toEqual({ label: 'One', hint: 'first' });
    expect(texts.kinds.two.hint).toBeUndefined();
  });

  it('chooses the form by the number', () => {
    expect(texts.most({ max: 1, name: 'x' })).toBe('At most 1 under x.');
    expect(texts.most({ max: 2, name: 'x' })).toBe('At most 2 of them under x.');
    // Icelandic counts 21 like 1.
    expect(saying(good).in('is').most({ max: 21, name: 'x' })).toBe('At most 21 under x.');
  });

  it('writes large numbers as the language does, and strings as they are', () => {
    expect(texts.until({ day: 8000 })).toBe('Until 8,000.');
    expect(saying(good).in('da').until({ day: 8000 })).toBe('Until 8.000.');
    expect(texts.until({ day: '8000' })).toBe('Until 8000.');
  });

  it('does not fill what is filled in', () => {
    expect(texts.most({ max: 2, name: '{max} $& $1' })).toBe('At most 2 of them under {max} $& $1.');
  });

  it('is read when it is first needed', () => {
    expect(() => family(folder, 'nowhere', shape)).not.toThrow();
    expect(() => family(folder, 'nowhere', shape).in('sv')).toThrow('nowhere/sv.json');
  });
});

describe('the check of a family', () => {
  it('finds nothing where everything is said', () => {
    expect(faultsOfFamily(saying(good))).toEqual([]);
  });

  it.each([
    ['a text', { ...good, hello: undefined }, 'hello is missing'],
    ['an empty text', { ...good, hello: ' ' }, 'hello is empty'],
    ['a text of a code', { ...good, kinds: { one: good.kinds.one } }, 'kinds.two is missing or holds no texts'],
    ['a text that nobody asks for', { ...good, bye: 'Bye' }, 'bye is a text that nobody asks for'],
    ['a gap that is not used', { ...good, until: 'Until then.' }, 'until does not use {day}'],
    ['a gap that is unknown', { ...good, until: 'Until {day} {hour}.' }, 'until has an unknown gap {hour}'],
    ['a gap in a text without', { ...good, hello: 'Hello {name}' }, 'hello has an unknown gap {name}'],
    ['a brace by itself', { ...good, hello: 'Hello }' }, 'hello has a brace that belongs to no gap'],
    ['a form', { ...good, most: { plural: 'max', other: '{max} {name}' } }, 'most.one is missing'],
    [
      'a form that the language does not have',
      { ...good, most: { ...good.most, few: '{max} {name}' } },
      'most.few is a form that the language does not have',
    ],
    [
      'a number to choose by',
      { ...good, most: { ...good.most, plural: 'min' } },
      'most has forms by a gap that it does not have',
    ],
    ['all of it', 'Hello', 'the file is missing or holds no texts'],
  ])('names %s', (_what, inEnglish, said) => {
    const broken = saying(good, inEnglish);
    expect(faultsOfFamily(broken)).toEqual([`${join(folder, broken.name, 'en.json')}: ${said}`]);
  });

  it('names a file that is not JSON, and what is wrong with it', () => {
    const broken = saying(good);
    const file = join(folder, broken.name, 'en.json');
    writeFileSync(file, '{ "hello": "Hello", }');
    expect(faultsOfFamily(broken)).toEqual([expect.stringMatching(/en\.json: is not JSON: .*position 20/)]);
  });

  it('names a key that objects have by themselves', () => {
    const broken = saying(good);
    const file = join(folder, broken.name, 'en.json');
    writeFileSync(file, JSON.stringify(good).replace('{', '{"__proto__":"x","constructor":"y",'));
    expect(faultsOfFamily(broken)).toEqual([
      `${file}: __proto__ is a text that nobody asks for`,
      `${file}: constructor is a text that nobody asks for`,
    ]);
  });

  it('names a text that would be taken for forms by number', () => {
    const confusing = family(folder, 'confusing', { plural: text, other: text });
    expect(faultsOfFamily(confusing)).toContain(`${join(folder, 'confusing', 'en.json')} is missing`);
    mkdirSync(join(folder, 'confusing'));
    for (const language of languages) {
      writeFileSync(join(folder, 'confusing', `${language}.json`), JSON.stringify({ plural: 'Many', other: 'Other' }));
    }
    expect(faultsOfFamily(confusing)[0]).toContain('plural cannot be the name of a text');
  });

  it('names a language that is not there', () => {
    const broken = saying(good);
    rmSync(join(folder, broken.name, 'fi.json'));
    expect(faultsOfFamily(broken)).toEqual([`${join(folder, broken.name, 'fi.json')} is missing`]);
  });
});
