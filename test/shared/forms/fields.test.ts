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

describe('characters that are pasted unseen', () => {
  it.each(['\u00ad', '\u200b', '\u2060', '\ufeff'])('go from a line, wherever they stand: %j', (character) => {
    expect(of(line(2, 5), `${character} ${character}a${character}bc ${character}`)).toBe('abc');
    // A soft hyphen between a letter and its accent keeps the two apart no longer.
    expect(of(line(1, 1), `A${character}\u030a`)).toBe('Å');
  });

  it('do not keep accents apart that would take seconds to compose', () => {
    expect(of(line(2, 5), `ab${'\u0301'.repeat(20)}\u200b${'\u0323'.repeat(20)}`)).toEqual(
      refused('control-character'),
    );
  });

  it('are kept in a long text', () => {
    expect(of(longText(2, 9), 'Wort\u00adteil')).toBe('Wort\u00adteil');
  });
});

describe('characters that turn a line or hide in it', () => {
  /** Every character of the kind that Unicode calls format (Cf). */
  const formats = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /\p{Cf}/u.test(character));
  const dropped = ['\u00ad', '\u200b', '\u2060', '\ufeff'];
  const kept = ['\u200c', '\u200d', '\u200e', '\u200f'];

  it('are refused in a line, but for joiners and marks of direction', () => {
    expect(formats).toEqual(expect.arrayContaining(['\u202e', '\u2066', '\u{e0001}', '\u{e007f}', '\u061c']));
    for (const character of formats.filter((one) => !dropped.includes(one))) {
      const typed = `a${character}b`;
      expect(of(line(2, 5), typed)).toEqual(kept.includes(character) ? typed : refused('control-character'));
    }
  });

  it('are all refused in addresses', () => {
    for (const character of formats) {
      expect(of(mailAddress(), `asa@um${character}ea.example`)).toEqual(refused('control-character'));
      expect(of(webAddress(), `https://um${character}ea.example`)).toEqual(refused('control-character'));
    }
    expect(of(mailAddress(), '\ufeffasa@umea.example')).toEqual(refused('control-character'));
  });
});
