import type { Language } from '#shared/i18n/language.ts';
import { type ListName, lists } from './lists.ts';
import { vocabularyTexts } from './texts/vocabulary.ts';

/** The label of a code; the code itself when the list does not know it, as stored entries outlive lists. */
export function labelOf(list: ListName, code: string, language: Language): string {
  const labels: Readonly<Record<string, string>> = vocabularyTexts.in(language)[list];
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code;
}

/** The codes of a list, in its order. */
export function codesOf(list: ListName): readonly string[] {
  return lists[list];
}
