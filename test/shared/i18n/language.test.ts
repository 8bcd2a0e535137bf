import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedLanguage, firstSpoken, languages, spokenLanguage } from '#shared/i18n/language.ts';
import { mostWishes } from '#shared/i18n/wishes.ts';

describe('the spoken language of a tag', () => {
  it.each([
    ['sv', 'sv'],
    ['sv-FI', 'sv'],
    ['EN', 'en'],
    [' fi ', 'fi'],
    ['no', 'nb'],
    ['nn', 'nb'],
    ['nn-NO', 'nb'],
    ['fo', 'da'],
    ['kl', 'da'],
    ['se', 'nb'],
  ])('%j is %s', (tag, language) => {
    expect(spokenLanguage(tag)).toBe(language);
  });

  it.each(['', '*', 'de', 'svenska', '-', 'constructor', '__proto__', 'hasownproperty'])('%j is none', (tag) => {
    expect(spokenLanguage(tag)).toBeUndefined();
  });

  it('is always one of the six or none', () => {
    const tags = fc.oneof(fc.string(), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)));
    fc.assert(fc.property(tags, (tag) => void expect([...languages, undefined]).toContain(spokenLanguage(tag))));
  });
});

describe('the language of an Accept-Language header', () => {
  it.each([
    ['da', 'da'],
    ['de, sv;q=0.8, fi;q=0.9', 'fi'],
    ['sv;q=0.5, en;q=0.5', 'sv'],
    ['nn-NO,nn;q=0.9,en;q=0.1', 'nb'],
    ['en;q=0, is;q=0.1', 'is'],
    ['en ; q=0.2 , da ; q=0.3', 'da'],
    ['en;q=0.2, da;Q=0.3', 'da'],
  ])('%j is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it.each(['', '*', 'de-DE,fr;q=0.5', 'sv;q=0', 'sv;q=much', ';;;,,,'])('%j names none', (header) => {
    expect(acceptedLanguage(header)).toBeUndefined();
  });

  it('is looked for among the first wishes only, however many there are', () => {
    const others = (count: number) => 'de,'.repeat(count);
    expect(acceptedLanguage(`${others(mostWishes - 1)}sv`)).toBe('sv');
    expect(acceptedLanguage(`${others(mostWishes)}sv`)).toBeUndefined();
  });

  it('can be anything without harm', () => {
    fc.assert(
      fc.property(fc.string(), (header) => void expect([...languages, undefined]).toContain(acceptedLanguage(header))),
    );
  });
});

describe('the first of several wishes', () => {
  it('is the first that is spoken', () => {
    expect(firstSpoken(undefined, 'de', 'nn', 'fi')).toBe('nb');
  });

  it('is English when none is', () => {
    expect(firstSpoken(undefined, '', 'fr')).toBe('en');
    expect(firstSpoken()).toBe('en');
  });
});
