import type { Language } from '#shared/i18n/language.ts';
import type { Initiative } from './initiative.ts';
import { fallbackTexts } from './texts/fallback.ts';

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
  const { notice, languages } = fallbackTexts.in(language);
  const names: Readonly<Record<string, string>> = languages;
  return notice({ language: names[shown] ?? shown });
}
