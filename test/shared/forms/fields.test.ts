import { describe, expect, it } from 'vitest';
import type { FieldErrorCode } from '#shared/forms/field-errors.ts';
import { type Field, line, longText, mailAddress, webAddress } from '#shared/forms/fields.ts';
import { strict } from '#shared/forms/schemas.ts';

/** What a field makes of a value: the value as it is stored, or the codes of what is wrong. */
function of(field: Field, value: unknown): unknown {
  const parsed = strict({ field }).safeParse({ field: value });
  return parsed.success ? parsed.data['field'] : { refused: parsed.error.issues.map((issue) => issue.message) };
}
const refused = (...why: FieldErrorCode[]) => ({ refused: why });

describe('a line', () => {
  const field = line(2, 5);

  it.each([
    ['  Umeå ', 'Umeå'],
    ['A\u030a'.repeat(5), 'Å'.repeat(5)],
    ['🌍🌍🌍🌍🌍', '🌍🌍🌍🌍🌍'],
    ['\u00a0ab\u00a0', 'ab'],
    ['👩‍💻ab', '👩‍💻ab'],
  ])('%j is kept as %j: trimmed, composed, counted in code points', (typed, stored) => {
    expect(of(field, typed)).toBe(stored);
  });

  it.each([
    [undefined, 'required'],
    ['', 'required'],
    [' \u00a0 ', 'required'],
    ['a', 'too-short'],
    ['A\u030a', 'too-short'],
    ['abcdef', 'too-long'],
    ['🌍'.repeat(6), 'too-long'],
    [null, 'wrong-type'],
    [5, 'wrong-type'],
    [['ab'], 'wrong-type'],
    [{}, 'wrong-type'],
    ['a\nb', 'line-break'],
    ['ab\n', 'line-break'],
    ['a\r\nb', 'line-break'],
    ['a\u2028b', 'line-break'],
    ['a\u0085b', 'line-break'],
    ['a\tb', 'control-character'],
    ['\u0000ab', 'control-character'],
    ['ab\u007f', 'control-character'],
    ['a\u009bb', 'control-character'],
    ['ab\ud800', 'control-character'],
    ['\udc00ab', 'control-character'],
  ] as const)('%j is refused as %s', (typed, why) => {
    expect(of(field, typed)).toEqual(refused(why));
  });
});

describe('accents by the ten thousand on one letter', () => {
  it('are refused before they are composed, which would take seconds', () => {
    const slow = `ab${'\u0301'.repeat(60_000)}${'\u0323'.repeat(60_000)}`;
    for (const field of [line(2, 5), longText(2, 6), mailAddress(), webAddress()])
      expect(of(field, slow)).toEqual(refused('control-character'));
  });

  it('are kept as long as there are thirty', () => {
    expect(of(line(2, 40), `ab${'\u0325'.repeat(30)}`)).toBe(`ab${'\u0325'.repeat(30)}`);
  });
});

describe('a long text', () => {
  const field = longText(2, 6);

  it('keeps line breaks, as \\n whatever they were', () => {
    expect(of(field, 'a\nb\n\nc')).toBe('a\nb\n\nc');
    expect(of(field, 'a\r\nb')).toBe('a\nb');
    expect(of(field, 'a\rb')).toBe('a\nb');
    expect(of(field, 'a\u2028b\u2029c')).toBe('a\nb\nc');
  });

  it('counts a line break once, however it was typed', () => {
    expect(of(field, 'a\r\n\r\n\r\n\r\nb')).toBe('a\n\n\n\nb');
  });

  it.each(['a\tb', 'a\u000bb', 'a\u000cb', 'a\u001bb', 'a\u0085b', 'a\ud83d'])('refuses %j', (typed) => {
    expect(of(field, typed)).toEqual(refused('control-character'));
  });

  it('takes an empty text where nothing is the least', () => {
    expect(of(longText(0, 5), ' ')).toBe('');
  });
});

describe('characters that nobody sees', () => {
  it.each(['\u3164\u3164', '\u2800\u2800', '\u00ad\u00ad', '\u200b\u200b'])('are no answer: %j', (typed) => {
    expect(of(line(1, 5), typed)).toEqual(refused('required'));
  });
});
