import type { InEveryLanguage, Language } from './language.ts';

const marks: InEveryLanguage<readonly [open: string, close: string]> = {
  en: ['“', '”'],
  da: ['”', '”'],
  nb: ['«', '»'],
  sv: ['”', '”'],
  fi: ['”', '”'],
  is: ['„', '“'],
};

/** A title or label inside a sentence, between the quotation marks of the sentence's language. */
export function quoted(text: string, language: Language): string {
  const [open, close] = marks[language];
  return `${open}${text}${close}`;
}
