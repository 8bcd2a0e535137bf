import { describe, expect, test } from 'vitest';
import { fallbackNotice, inLanguage } from '#shared/catalogue/shown-language.ts';
import { languages } from '#shared/i18n/language.ts';
import { codesOf, labelOf } from '#shared/vocabulary/vocabulary.ts';

describe.each(languages)('the language of a text, told in %s', (language) => {
  test.each(codesOf('contentLanguages'))('is no bare word that may name a country too: %s', (code) => {
    const countries = codesOf('countries').map((country) => labelOf('countries', country, language));
    const told = inLanguage(code, language);
    expect(countries).not.toContain(told);
    expect(told).not.toBe(labelOf('contentLanguages', code, language));
    expect(fallbackNotice(code, language)).toContain(` ${told}`);
  });
});

test('“in Swedish” is said as each language says it', () => {
  expect(inLanguage('sv', 'en')).toBe('in Swedish');
  expect(inLanguage('sv', 'da')).toBe('på svensk');
  expect(inLanguage('sv', 'fi')).toBe('ruotsiksi');
  expect(inLanguage('sv', 'is')).toBe('á sænsku');
});

test('A language that no list knows any more is named by its code', () => {
  expect(inLanguage('xx', 'sv')).toBe('xx');
  expect(inLanguage('constructor', 'sv')).toBe('constructor');
});
