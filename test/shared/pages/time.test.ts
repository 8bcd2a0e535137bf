import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it, test } from 'vitest';
import { type Language, languages, spoken } from '#shared/i18n/language.ts';
import { Day, Moment } from '#shared/pages/time.tsx';
import { textOf } from './markup.ts';

/** By the clock that a reader of each language lives by, and it is said whose that is. */
const written: Record<Language, { winter: string; summer: string }> = {
  en: { winter: '3 March 2025 at 13:05, Stockholm time', summer: '3 July 2025 at 14:05, Stockholm time' },
  da: { winter: '3. marts 2025 kl. 13.05 dansk tid', summer: '3. juli 2025 kl. 14.05 dansk tid' },
  nb: { winter: '3. mars 2025 kl. 13:05 norsk tid', summer: '3. juli 2025 kl. 14:05 norsk tid' },
  sv: { winter: '3 mars 2025 kl. 13:05 svensk tid', summer: '3 juli 2025 kl. 14:05 svensk tid' },
  fi: { winter: '3. maaliskuuta 2025 klo 14.05 Suomen aikaa', summer: '3. heinäkuuta 2025 klo 15.05 Suomen aikaa' },
  is: { winter: '3. mars 2025 kl. 12:05 að íslenskum tíma', summer: '3. júlí 2025 kl. 12:05 að íslenskum tíma' },
};

const momentIn = (language: Language, at: string) => textOf(render(h(Moment, { at, language })));
const dayIn = (language: Language, at: string) => textOf(render(h(Day, { at, language })));

describe.each(languages)('a time in %s', (language) => {
  it('is that of its readers, in winter and in summer', () => {
    expect(momentIn(language, '2025-03-03T12:05:00.000Z')).toBe(written[language].winter);
    expect(momentIn(language, '2025-07-03T12:05:00.000Z')).toBe(written[language].summer);
  });

  it('falls on the day that they have then', () => {
    for (const at of ['2025-03-03T22:30:00.000Z', '2025-03-03T23:30:00.000Z']) {
      const calendar = new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: spoken[language].timeZone });
      expect(dayIn(language, at)).toMatch(new RegExp(`^${calendar.format(Date.parse(at))}\\b`));
    }
  });

  it('leaves a calendar date as it is', () => {
    expect(dayIn(language, '2025-03-03')).toMatch(/^3\b/);
  });
});

test('What was never a date is shown as it is', () => {
  expect(dayIn('en', 'Tomorrow')).toBe('Tomorrow');
});
