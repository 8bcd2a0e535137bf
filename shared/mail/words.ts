import type { InEveryLanguage } from '#shared/i18n/language.ts';
import { da } from './words/da.ts';
import { en } from './words/en.ts';
import { fi } from './words/fi.ts';
import { is } from './words/is.ts';
import { nb } from './words/nb.ts';
import { sv } from './words/sv.ts';
import type { MailWords } from './words/words.ts';

/** The words of the mails in all languages. */
export const mailWords: InEveryLanguage<MailWords> = { en, da, nb, sv, fi, is };
