import { describe, expect, it } from 'vitest';
import type { FieldErrorCode } from '#shared/forms/field-errors.ts';
import {
  agreement,
  amount,
  code,
  codes,
  currency,
  date,
  type Field,
  flag,
  line,
  mailAddress,
  optional,
  webAddress,
} from '#shared/forms/fields.ts';
import { strict } from '#shared/forms/schemas.ts';

/** What a field makes of a value: the value as it is stored, or the codes of what is wrong. */
function of(field: Field, value: unknown): unknown {
  const parsed = strict({ field }).safeParse({ field: value });
  return parsed.success ? parsed.data['field'] : { refused: parsed.error.issues.map((issue) => issue.message) };
}
const refused = (...why: FieldErrorCode[]) => ({ refused: why });

describe('a list of codes', () => {
  const field = codes('themes', 1, 3);

  it('keeps known codes in the order given', () => {
    expect(of(field, ['language', 'health'])).toEqual(['language', 'health']);
  });

  it.each([
    [undefined, 'required'],
    [[], 'required'],
    ['health', 'wrong-type'],
    [{ 0: 'health' }, 'wrong-type'],
    [['health', 'health'], 'listed-twice'],
    [['health', 'language', 'housing', 'culture'], 'too-many'],
    [['health', 'Health'], 'unknown-code'],
    [['constructor'], 'unknown-code'],
    [[['health']], 'wrong-type'],
    [[null], 'wrong-type'],
  ] as const)('%j is refused as %s', (value, why) => {
    expect(of(field, value)).toEqual(refused(why));
  });

  it('answers thousands of values with one error', () => {
    expect(
      of(
        field,
        Array.from({ length: 20_000 }, (_, at) => `wrong${at}`),
      ),
    ).toEqual(refused('too-many'));
    expect(of(codes('targetGroups', 0), Array(5000).fill('refugees'))).toEqual(refused('too-many'));
  });

  it('holds at most fifty', () => {
    expect(
      of(
        codes('targetGroups', 0),
        Array.from({ length: 51 }, (_, at) => at),
      ),
    ).toEqual(refused('too-many'));
  });
});

describe('a single code', () => {
  it.each([
    [undefined, 'required'],
    ['', 'unknown-code'],
    ['PLANNED', 'unknown-code'],
    [['planned'], 'wrong-type'],
    ['toString', 'unknown-code'],
  ] as const)('%j is refused as %s', (value, why) => {
    expect(of(code('phases'), value)).toEqual(refused(why));
  });

  it('is kept', () => {
    expect(of(code('phases'), 'planned')).toBe('planned');
  });
});

describe('a date', () => {
  it.each(['2026-02-28', '2024-02-29', '1999-12-31', '1900-01-01', '2100-12-31'])('takes %s', (day) => {
    expect(of(date(), day)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    ' 2026-01-01',
    '01.02.2026',
    '',
  ])('refuses %j', (typed) => {
    expect(of(date(), typed)).toEqual(refused('not-a-date'));
  });

  it.each(['1899-12-31', '2101-01-01', '0026-03-02', '9999-12-31'])('is out of range in another age: %s', (day) => {
    expect(of(date(), day)).toEqual(refused('out-of-range'));
  });
});

describe('a web address', () => {
  it.each([
    [' https://www.umeå.example/språk?a=1#b ', 'https://www.xn--ume-wla.example/spr%C3%A5k?a=1#b'],
    ['HTTPS://Umea.Example', 'https://umea.example/'],
    ['https://umea.example:443/a/../b', 'https://umea.example/b'],
    ['www.umea.example', 'https://www.umea.example/'],
    ['WWW.umea.example/a', 'https://www.umea.example/a'],
  ])('%j is kept as browsers write it: %s', (typed, stored) => {
    expect(of(webAddress(), typed)).toBe(stored);
    expect(of(webAddress(), stored)).toBe(stored);
  });

  it.each([
    ['http://umea.example', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['https://localhost', 'not-a-url'],
    ['https://user:secret@umea.example', 'not-a-url'],
    ['https://umea.example/a b', 'not-a-url'],
    ['https://umea.example\n', 'not-a-url'],
    ['\nhttps://umea.example', 'not-a-url'],
    ['https://umea.example\u2028', 'not-a-url'],
    ['https://umea.example\u0000', 'not-a-url'],
    ['umea.example', 'not-a-url'],
    ['https:\\\\umea.example', 'not-a-url'],
    ['https://umea.example\\@evil.example', 'not-a-url'],
    ['https://umea.example/a\\b', 'not-a-url'],
    ['https://192.0.2.1/login', 'not-a-url'],
    ['https://3221225985/', 'not-a-url'],
    ['https://0xc0.0.2.1/', 'not-a-url'],
    ['https://１９２.0.2.1/', 'not-a-url'],
    ['https://192.0.2.1./', 'not-a-url'],
    ['https://[2001:db8::1]/', 'not-a-url'],
    ['https://localhost./', 'not-a-url'],
    ['www.', 'not-a-url'],
    [`https://umea.example/${'å'.repeat(100)}`, 'too-long'],
    [`https://umea.example/${'a'.repeat(500)}`, 'too-long'],
  ] as const)('%j is refused as %s', (typed, why) => {
    expect(of(webAddress(), typed)).toEqual(refused(why));
  });
});

describe('a mail address', () => {
  it('is kept, trimmed', () => {
    expect(of(mailAddress(), ' asa.oberg+test@umea.example ')).toBe('asa.oberg+test@umea.example');
  });

  it.each([
    ['asa@umeå.example', 'asa@xn--ume-wla.example'],
    ['Asa@UMEÅ.example', 'Asa@xn--ume-wla.example'],
    ['asa@umea\u030a.example', 'asa@xn--ume-wla.example'],
    ['asa@umeå。example', 'asa@xn--ume-wla.example'],
    ['anna@почта.рф', 'anna@xn--80a1acny.xn--p1ai'],
    ['asa@xn--ume-wla.example', 'asa@xn--ume-wla.example'],
  ])('%s has its domain in punycode: %s', (typed, stored) => {
    expect(of(mailAddress(), typed)).toBe(stored);
  });

  it.each([
    ['', 'required'],
    ['asa', 'not-an-email'],
    ['Åsa <asa@umea.example>', 'not-an-email'],
    ['asa@umea.example,bo@umea.example', 'not-an-email'],
    ['asa@umea.example; bo@umea.example', 'not-an-email'],
    ['asa@umea.example\nBcc: bo@umea.example', 'line-break'],
    ['asa@umea.example\r\n', 'line-break'],
    ['asa@umea.example\u0000', 'control-character'],
    [`${'a'.repeat(250)}@umea.example`, 'too-long'],
    [`asa@${'å.'.repeat(100)}example`, 'too-long'],
    ['åsa@umea.example', 'not-an-email'],
    ['аsa@umea.example', 'not-an-email'],
    ['asa@umeå.example/evil.example', 'not-an-email'],
    ['asa@umeå.example?a.example', 'not-an-email'],
    ['asa@umeå%2eexample', 'not-an-email'],
    ['asa@umeå\\a.example', 'not-an-email'],
    ['asa@192.0.2.１', 'not-an-email'],
    ['asa@[192.0.2.1]', 'not-an-email'],
  ] as const)('%j is refused as %s', (typed, why) => {
    expect(of(mailAddress(), typed)).toEqual(refused(why));
  });
});

describe('yes, no, and sums', () => {
  it('a flag is no when absent and must be a boolean', () => {
    expect(of(flag(), undefined)).toBe(false);
    expect(of(flag(), true)).toBe(true);
    expect(of(flag(), 'true')).toEqual(refused('wrong-type'));
  });

  it.each([
    [undefined, 'required'],
    [false, 'must-agree'],
    ['true', 'wrong-type'],
    [1, 'wrong-type'],
  ] as const)('consent %j is refused as %s', (value, why) => {
    expect(of(agreement(), value)).toEqual(refused(why));
  });

  it.each([
    [-1, 'out-of-range'],
    [1e13, 'out-of-range'],
    [Number.POSITIVE_INFINITY, 'wrong-type'],
    [Number.NaN, 'wrong-type'],
    ['100', 'wrong-type'],
    [0.001, 'wrong-type'],
    [10.555, 'wrong-type'],
    [999_999_999_999.999, 'wrong-type'],
    [1e-140, 'wrong-type'],
    [Number.MIN_VALUE, 'wrong-type'],
  ] as const)('the sum %j is refused as %s', (value, why) => {
    expect(of(amount(), value)).toEqual(refused(why));
  });

  it('a sum is kept with up to two decimals', () => {
    for (const sum of [0, 0.01, 0.07, 19.99, 25_000, 1000.5, 999_999_999_999.99, 1e12])
      expect(of(amount(), sum)).toBe(sum);
  });

  it.each(['eur', 'EURO', 'E1R', 'EUR\n'])('the currency %j is refused', (typed) => {
    expect(of(currency(), typed)).toEqual(refused('not-a-currency'));
  });
});

describe('an optional field', () => {
  it('may be left out but not be wrong', () => {
    expect(of(optional(line(2, 5)), undefined)).toBeUndefined();
    expect(of(optional(line(2, 5)), 'a')).toEqual(refused('too-short'));
    expect(of(optional(line(2, 5)), null)).toEqual(refused('wrong-type'));
  });
});
