import { describe, expect, it } from 'vitest';
import { languages } from '#shared/i18n/language.ts';
import { lists } from '#shared/vocabulary/lists.ts';
import { codesOf, labelOf } from '#shared/vocabulary/vocabulary.ts';

const names = Object.keys(lists).filter((name): name is keyof typeof lists => Object.hasOwn(lists, name));

describe.each(names)('the list %s', (list) => {
  it('names each code once, in a shape that fits addresses', () => {
    const codes = codesOf(list);
    expect(codes.length).toBeGreaterThan(1);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9_:-]+$/);
  });

  it('has a label in every language, none of them twice in one', () => {
    for (const language of languages) {
      const labels = codesOf(list).map((code) => labelOf(list, code, language));
      for (const label of labels) expect(label.trim()).toMatch(/./);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('a code', () => {
  it('that no list knows any more is shown as it is', () => {
    expect(labelOf('themes', 'former_theme', 'fi')).toBe('former_theme');
    expect(labelOf('themes', 'constructor', 'fi')).toBe('constructor');
  });

  it('of a goal says to which plan it belongs', () => {
    expect(codesOf('goals')).toHaveLength(12);
    expect(codesOf('goals')).toContain('ncm-2021-2024:7');
  });

  it('of a phase is one of three', () => {
    expect(codesOf('phases')).toEqual(['planned', 'ongoing', 'ended']);
  });

  it('of a phase agrees in Swedish with the initiative whose status it is', () => {
    expect(codesOf('phases').map((code) => labelOf('phases', code, 'sv'))).toEqual([
      'Planerat',
      'Pågående',
      'Avslutat',
    ]);
  });
});
