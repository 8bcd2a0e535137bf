import type { Language } from './language.ts';

/** Clocks are put back once a year. */
const longestDay = 25 * 3_600_000;

/**
 * The last whole day before a deadline, written out: whoever answers on that day is in time, wherever in the Nordic countries
 * they are. That is why the day is counted in Nuuk, where it ends last; a day of the deadline itself would promise hours
 * that some readers do not have.
 */
export function lastDay(deadline: string, language: Language): string {
  // en-GB, as plain `en` writes the month first.
  const locale = language === 'en' ? 'en-GB' : language;
  const written = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'America/Nuuk',
  });
  // No line ends within a date.
  return written.format(new Date(Date.parse(deadline) - longestDay)).replaceAll(' ', '\u00a0');
}
