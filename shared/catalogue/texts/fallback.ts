import { each, family, sentence, text } from '#shared/i18n/texts.ts';
import { lists } from '#shared/vocabulary/lists.ts';

/** Tells a reader that a text is shown in another language than theirs. */
export const fallbackTexts = family(import.meta.dirname, 'fallback', {
  notice: sentence('language'),
  /** The names of content languages as they stand inside the notice: inflected, so no label will do. */
  languages: each(lists.contentLanguages, text),
});
