import { type Language, spoken } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';

/** A calendar date (`2025-09-30`) or the day of a moment by the clock of the language, written out. */
export function Day({ at, language }: { at: string; language: Language }) {
  const timeZone = at.includes('T') ? spoken[language].timeZone : 'UTC';
  return <time dateTime={at}>{format(at, language, { dateStyle: 'long', timeZone })}</time>;
}

/** A moment by the clock of the language, written out; whose clock it is stands beside it. */
export function Moment({ at, language }: { at: string; language: Language }) {
  return <time dateTime={at}>{momentInWords(at, language)}</time>;
}

/** The same for a sentence. */
export function momentInWords(at: string, language: Language): string {
  const time = format(at, language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: spoken[language].timeZone,
  });
  return serviceTexts.in(language).moment({ time });
}

/** What was never a date is shown as it is: pages do not fail over a stored value. Plain `en` would write the month first. */
function format(at: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(at);
  const locale = language === 'en' ? 'en-GB' : language;
  return Number.isNaN(time) ? at : new Intl.DateTimeFormat(locale, options).format(time);
}
