import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disposableDomains } from '#shared/case/disposable-domains.ts';
import { screen, screenRevision, suspicions, Verdict } from '#shared/case/screening.ts';
import type { Content } from '#shared/forms/form.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';
import { content } from '#test/support/cases.ts';

const { fields } = initiative;
const ordinary = { honeypot: '', secondsOnPage: 240 };
const withText = (description: string): Content => ({ ...content, description });
const from = (email: string): Content => ({ ...content, contact: { ...content.contact, email } });
const hosts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const links = (howMany: number) =>
  hosts
    .slice(0, howMany)
    .map((host) => `https://${host}.example`)
    .join(' ');

describe('screening', () => {
  it('finds nothing odd about an ordinary submission', () => {
    expect(screen(fields, content, ordinary)).toEqual({ kind: 'clean', reasons: [] });
    expect(screen(fields, content, { ...ordinary, secondsOnPage: undefined }).kind).toBe('clean');
  });

  it.each([
    ['a filled honeypot', content, { ...ordinary, honeypot: 'buy' }, 'spam', ['honeypot']],
    ['a quick post from our own page', content, { ...ordinary, secondsOnPage: 2 }, 'suspect', ['too-fast']],
    ['a page said to be shown in the future', content, { ...ordinary, secondsOnPage: -60 }, 'suspect', ['too-fast']],
    ['eight links', withText(links(8)), ordinary, 'spam', ['link-farm']],
    ['a web address in the title', { ...content, title: 'Look at www.example' }, ordinary, 'spam', ['link-in-title']],
    [
      'one in which a character hides that nobody sees',
      { ...content, title: 'Look at https:\u200b//evil.example' },
      ordinary,
      'spam',
      ['link-in-title'],
    ],
    [
      'a web address in the name of the organisation',
      { ...content, organisation: '<i>Org</i> https://1.2.3.4/login' },
      ordinary,
      'spam',
      ['link-in-line'],
    ],
    [
      'one in the name of the contact',
      { ...content, contact: { ...content.contact, name: 'www.evil.example' } },
      ordinary,
      'spam',
      ['link-in-line'],
    ],
    [
      'one in the role of the contact',
      { ...content, contact: { ...content.contact, role: 'See http\u200b://evil.example' } },
      ordinary,
      'spam',
      ['link-in-line'],
    ],
    [
      'one in the source of the money',
      { ...content, funding: { source: 'WWW.evil.example' } },
      ordinary,
      'spam',
      ['link-in-line'],
    ],
    ['the same words over and over', withText('cheap loans today '.repeat(20)), ordinary, 'spam', ['repetition']],
    ['a disposable sender', from(`a@${disposableDomains[0]}`), ordinary, 'suspect', ['disposable-sender']],
    [
      'a disposable sender in capitals',
      from(`a@${disposableDomains[0]?.toUpperCase()}`),
      ordinary,
      'suspect',
      ['disposable-sender'],
    ],
  ] as const)('judges %s', (_what, submitted, circumstances, kind, reasons) => {
    expect(screen(fields, submitted, circumstances)).toEqual({ kind, reasons });
  });

  it.each([
    ['seven links', withText(links(7))],
    ['seven links and the website that the form asks for', { ...withText(links(7)), website: 'https://umea.example' }],
    ['a web address in a long text', withText('Read more at https://umea.example')],
    ['a short text that repeats a word', withText('tea and tea and tea')],
    ['an address that only ends like a disposable one', from(`a@not-${disposableDomains[0]}`)],
  ])('lets pass %s', (_what, submitted) => {
    expect(screen(fields, submitted, ordinary).kind).toBe('clean');
  });

  it('judges a revision alike, but never so that it is held', () => {
    for (const submitted of [content, withText(links(8)), { ...content, title: 'www.example' }])
      expect(screenRevision(fields, submitted, ordinary).reasons).toEqual(screen(fields, submitted, ordinary).reasons);
    expect(screenRevision(fields, withText(links(8)), ordinary).kind).toBe('suspect');
    expect(screenRevision(fields, from(`a@${disposableDomains[0]}`), ordinary).kind).toBe('suspect');
    expect(screenRevision(fields, content, { ...ordinary, honeypot: 'buy' }).kind).toBe('suspect');
    expect(screenRevision(fields, content, ordinary).kind).toBe('clean');
  });

  it('holds nobody for speed and a disposable sender together', () => {
    const verdict = screen(fields, from(`a@${disposableDomains[0]}`), { honeypot: '', secondsOnPage: 0 });
    expect(verdict).toEqual({ kind: 'suspect', reasons: ['too-fast', 'disposable-sender'] });
  });

  it('never throws and always says clean, suspect or spam with the reasons that make it so', () => {
    const anything = fc.record({
      description: fc.string({ unit: 'binary' }),
      email: fc.string(),
      honeypot: fc.string(),
    });
    fc.assert(
      fc.property(
        anything,
        fc.option(fc.double(), { nil: undefined }),
        ({ description, email, honeypot }, secondsOnPage) => {
          const submitted = { ...withText(description), contact: { ...content.contact, email } };
          const verdict = Verdict.parse(screen(fields, submitted, { honeypot, secondsOnPage }));
          expect(verdict.kind === 'clean').toBe(verdict.reasons.length === 0);
          expect(suspicions).toEqual(expect.arrayContaining(verdict.reasons));
        },
      ),
    );
  });
});
