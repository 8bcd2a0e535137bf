import { describe, expect, it } from 'vitest';
import { rejectReasons } from '#shared/case/decision.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { fieldErrorCodes } from '#shared/forms/field-errors.ts';
import { fieldErrorText } from '#shared/http/refusals.ts';
import { languages } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { allProblems } from '#test/support/problems.ts';

/** The agreement's label is a paragraph, which nobody wants to hear twice. */
const namingCodes = fieldErrorCodes.filter((code) => code !== 'must-agree');
const sentences = /^\p{Lu}.*\.$/u;
const gaps = /undefined|null|NaN|\$\{| {2}/;

describe.each(languages)('in %s', (language) => {
  it.each(namingCodes)('the refusal %s names the field and makes a sentence', (code) => {
    const text = fieldErrorText(code, { label: 'Label', min: 3, max: 40 }, language);
    expect(text).toContain(serviceTexts.in(language).quoted({ text: 'Label' }));
    expect(text).toMatch(sentences);
    expect(text).not.toMatch(gaps);
  });

  it('refusals for their length or number name the limit', () => {
    const field = { label: 'Label', min: 3, max: 40 };
    for (const code of ['too-short', 'too-few'] as const)
      expect(fieldErrorText(code, field, language)).toMatch(/\b3\b/);
    for (const code of ['too-long', 'too-many', 'out-of-range'] as const)
      expect(fieldErrorText(code, field, language)).toMatch(/\b40\b/);
  });

  it('a date of another age is told the years, written as years', () => {
    const text = fieldErrorText('out-of-range', { label: 'L', kind: 'date', min: 1900, max: 2100 }, language);
    expect(text).toMatch(/\b1900\b.*\b2100\b/);
  });

  it('no two refusals of a text read the same', () => {
    const texts = fieldErrorCodes.map((code) => fieldErrorText(code, { label: 'L', min: 3, max: 40 }, language));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('a missing list asks for at least one, a missing choice to choose, a missing text to fill in, a missing agreement to tick', () => {
    const missing = (['codes', 'code', 'line', 'agreement'] as const).map((kind) =>
      fieldErrorText('required', { label: 'L', kind }, language),
    );
    expect(new Set(missing).size).toBe(4);
    expect(missing[3]).toBe(fieldErrorText('must-agree', { label: 'L', kind: 'agreement' }, language));
  });

  it('a missing agreement is told of in short, without its label', () => {
    const text = fieldErrorText('must-agree', { label: 'I may share this.', kind: 'agreement' }, language);
    expect(text).toMatch(sentences);
    expect(text).not.toContain('share');
  });

  it('content that holds no fields at all is refused without a name', () => {
    const text = fieldErrorText('wrong-type', { label: '' }, language);
    expect(text).toMatch(sentences);
    expect(text).toContain('JSON');
    expect(text).not.toContain(serviceTexts.in(language).quoted({ text: '' }));
  });

  it.each(allProblems)('the problem $code has a title and says what can be done', ({ textIn }) => {
    const { title, detail } = textIn(language);
    expect(title).toMatch(/^\p{Lu}[^.]+$/u);
    expect(detail).toMatch(sentences);
    expect(`${title} ${detail}`).not.toMatch(gaps);
  });

  it.each(rejectReasons)('the reason %s has a label', (reason) => {
    expect(caseTexts.in(language).rejectReasons[reason]).toMatch(/^\p{Lu}[^.]+$/u);
  });
});

describe('languages', () => {
  it('have sentences of their own', () => {
    const inAll = (text: (language: (typeof languages)[number]) => string) => new Set(languages.map(text)).size;
    for (const { textIn } of allProblems) expect(inAll((language) => textIn(language).detail)).toBe(languages.length);
    for (const code of fieldErrorCodes)
      expect(inAll((language) => fieldErrorText(code, { label: 'L', min: 3, max: 40 }, language))).toBe(
        languages.length,
      );
  });
});
