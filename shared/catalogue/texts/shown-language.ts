import { each, family, sentence, text } from '#shared/i18n/texts.ts';
import { lists } from '#shared/vocabulary/lists.ts';

/** Tells a reader in which language a text is. */
export const shownLanguageTexts = family(import.meta.dirname, 'shown-language', {
  /** When it is another than theirs. */
  notice: sentence('inLanguage'),
  /** Each content language as it stands inside a sentence or alone: “in Swedish”. Its bare name can be that of a country too. */
  inLanguage: each(lists.contentLanguages, text),
});
