import { family, text } from '#shared/i18n/texts.ts';

/** What was filled in, shown. */
export const contentTexts = family(import.meta.dirname, 'content', { yes: text, no: text });
