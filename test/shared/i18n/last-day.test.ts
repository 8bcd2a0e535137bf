import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';

/** The zones of the countries and territories that the service is for. */
const zones = [
  'America/Nuuk',
  'Atlantic/Reykjavik',
  'Atlantic/Faroe',
  'Europe/Copenhagen',
  'Europe/Oslo',
  'Europe/Stockholm',
  'Europe/Mariehamn',
  'Europe/Helsinki',
];

// Swedish writes dates as ISO 8601 does.
const calendars = zones.map((timeZone) => new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone }));
const hour = 3_600_000;
const plain = (date: string) => date.replaceAll('\u00a0', ' ');

const writtenOut: Record<Language, string> = {
  en: '19 March 2026',
  da: '19. marts 2026',
  nb: '19. mars 2026',
  sv: '19 mars 2026',
  fi: '19. maaliskuuta 2026',
  is: '19. mars 2026',
};

describe('the last day to answer', () => {
  it.each([
    ['when clocks go forward', Date.UTC(2027, 2, 20)],
    ['in summer', Date.UTC(2027, 6, 1)],
    ['when clocks go back', Date.UTC(2027, 9, 23)],
  ])('is over everywhere in the Nordic countries before the deadline, %s', (_, start) => {
    const tooLate: string[] = [];
    for (let deadline = start; deadline < start + 14 * 24 * hour; deadline += hour) {
      const lastInTime = lastDay(new Date(deadline).toISOString(), 'en');
      const day = new Date(Date.parse(`${plain(lastInTime)} UTC`)).toISOString().slice(0, 10);
      tooLate.push(...calendars.filter((calendar) => calendar.format(deadline) <= day).map(() => lastInTime));
    }
    expect(tooLate).toEqual([]);
  });

  it('is at most two days before the deadline', () => {
    expect(lastDay('2026-03-20T09:00:00.000Z', 'en')).toBe('19\u00a0March\u00a02026');
    expect(plain(lastDay('2026-03-20T00:30:00.000Z', 'en'))).toBe('18 March 2026');
  });

  it.each(languages)('is written out in %s', (language) => {
    expect(plain(lastDay('2026-03-20T09:00:00.000Z', language))).toBe(writtenOut[language]);
  });
});
