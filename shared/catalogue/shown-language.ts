import type { Initiative } from './initiative.ts';

export interface ShownLanguage {
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
