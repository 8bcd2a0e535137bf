import type { Language } from '#shared/i18n/language.ts';
import type { Initiative } from './initiative.ts';
import { shownLanguageTexts } from './texts/shown-language.ts';

interface ShownLanguage {
  /** What the reader asked for; the language shown when they asked for none. */
  readonly requestedLanguage: string;
  readonly shownLanguage: string;
  readonly isFallback: boolean;
}

/** Which language a reader gets. An entry is shown whole in one language, so that no page mixes two. */
export function shownLanguage({ language }: Initiative, requested: string | undefined): ShownLanguage {
  const wish = requested?.trim().toLowerCase().split('-')[0] || language;
  // Norwegian without a variety is answered by either.
  const isMet = wish === language || (wish === 'no' && (language === 'nb' || language === 'nn'));
  return { requestedLanguage: wish, shownLanguage: language, isFallback: !isMet };
}

/** Tells a reader that a text is shown in another language than theirs. `shown` is a content language code such as `nn`. */
export function fallbackNotice(shown: string, language: Language): string {
  return shownLanguageTexts.in(language).notice({ inLanguage: inLanguage(shown, language) });
}

/** “in Swedish”, for a content language code; the code itself when it is none, as stored entries outlive lists. */
export function inLanguage(code: string, language: Language): string {
  const phrases: Readonly<Record<string, string>> = shownLanguageTexts.in(language).inLanguage;
  return Object.hasOwn(phrases, code) ? (phrases[code] ?? code) : code;
}
