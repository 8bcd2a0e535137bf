import type { Language } from '#shared/i18n/language.ts';

/** Most readers live by this clock; the name of the zone stands beside the time for all others. */
const timeZone = 'Europe/Stockholm';

/** A calendar date (`2025-09-30`) or the day of a moment, written out. */
export function Day({ at, language }: { at: string; language: Language }) {
  const isMoment = at.includes('T');
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: isMoment ? timeZone : 'UTC' };
  return <time dateTime={at}>{format(at, localeOf(language), options)}</time>;
}

/** A moment with its clock time, written out. */
export function Moment({ at, language }: { at: string; language: Language }) {
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  };
  // Only English has a short name for the zone; elsewhere it would read GMT+1, in Icelandic even before the time.
  const zoneName = format(at, 'en-GB', { timeZone, timeZoneName: 'short' }).split(' ').at(-1);
  return (
    <time dateTime={at}>
      {format(at, localeOf(language), options)} {zoneName}
    </time>
  );
}

/** Plain `en` would write the month first. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

/** What was never a date is shown as it is: pages do not fail over a stored value. */
function format(at: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Intl.DateTimeFormat(locale, options).format(time);
}
