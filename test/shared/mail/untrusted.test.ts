import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameToGreet, plainLine, titleForSubject } from '#shared/mail/untrusted.ts';

describe('a line that somebody else wrote', () => {
  it('never holds a control character, a line break, a direction mark or half a character, whatever was typed', () => {
    const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const line = plainLine(typed);
        expect(line).not.toMatch(forbidden);
        expect(line.isWellFormed()).toBe(true);
        expect([...titleForSubject(typed)].length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each([
    'Språkkafé – för alla!',
    'Kielikahvila äöå',
    'مقهى اللغة',
    '👩🏽‍🏫 skóli',
    'می‌خواهم',
    'Þór „og“ félagar',
    'EU:n hanke 1.1.2026 klo 10:30',
  ])('leaves %s as it is', (title) => {
    expect(plainLine(title)).toBe(title);
  });

  it.each([
    ['Win at evil.example/win now', 'Win at evil. example/win now'],
    ['evil。example', 'evil。 example'],
    ['evil.\u200bexample', 'evil. example'],
    ['<i>Org</i> https://1.2.3.4/login', '<i>Org</i> https: //1. 2. 3. 4/login'],
    ['http://localhost/x', 'http: //localhost/x'],
    ['HTTPS://[2001:db8::1]/', 'HTTPS: //[2001:db8::1]/'],
    ['1.2.3.4/login', '1. 2. 3. 4/login'],
    ['you@evil.example', 'you@evil. example'],
    ['mailto:you', 'mailto: you'],
    ['www.1177', 'www. 1177'],
    ['\\\\evil\\share', '\\ \\evil\\share'],
    ['Part 2.0 of J.P. Jensen', 'Part 2.0 of J. P. Jensen'],
  ])('gives mail programs nothing to make a link of: %j', (title, plain) => {
    expect(plainLine(title)).toBe(plain);
    expect(titleForSubject(title)).toBe(plain);
  });

  it('marks where a long title was cut for the subject', () => {
    expect(titleForSubject(`${'a'.repeat(78)} ${'b'.repeat(40)}`)).toBe(`${'a'.repeat(78)}…`);
    expect(titleForSubject('å'.repeat(80))).toBe('å'.repeat(80));
  });
});

describe('a name to greet by', () => {
  it.each([
    'Aino',
    'J.P. Jensen',
    'Anna-Karin af Ström',
    'Þóra Ýr Jónsdóttir',
    'Áile Ántte (projektledare)',
    'O’Neill',
  ])('is %s', (name) => {
    expect(nameToGreet(name)).toBe(name);
  });

  it.each([
    '',
    '   ',
    'Win at cheap.example',
    'http://x.example',
    'you@example.org',
    'www.example.org',
    '<b>Anna</b>',
    'Call +46 70 123',
    'Anna ٠٧٠',
    'Win at cheap。example',
    'Win at cheap．example',
    'Win at cheap｡example',
    'Win at cheap․example',
    'you＠example',
    'a'.repeat(61),
  ])('is not %j', (name) => {
    expect(nameToGreet(name)).toBeUndefined();
  });
});
