import * as z from 'zod/mini';
import { wishesOf } from './wishes.ts';

/**
 * The languages in which the service speaks to people: by their own names, as their speakers look for them, and the clock by
 * which most of their readers live. A new one is a line here and its texts (.github/CONTRIBUTING.md, "How to add"). Contents may be in more
 * languages: the vocabulary's content languages.
 */
export const spoken = {
  // English is read everywhere, so its clock is that of three of the five countries.
  en: { ownName: 'English', timeZone: 'Europe/Stockholm' },
  da: { ownName: 'Dansk', timeZone: 'Europe/Copenhagen' },
  nb: { ownName: 'Norsk (bokmål)', timeZone: 'Europe/Oslo' },
  sv: { ownName: 'Svenska', timeZone: 'Europe/Stockholm' },
  fi: { ownName: 'Suomi', timeZone: 'Europe/Helsinki' },
  is: { ownName: 'Íslenska', timeZone: 'Atlantic/Reykjavik' },
} as const;
export type Language = keyof typeof spoken;
export const languages: readonly Language[] = Object.keys(spoken).filter((code): code is Language => code in spoken);
export const Language = z.enum(languages);

/** The spoken language nearest to one that the service does not speak. */
const nearest: readonly (readonly [string, Language])[] = [
  ['no', 'nb'],
  ['nn', 'nb'],
  ['fo', 'da'],
  ['kl', 'da'],
  ['se', 'nb'],
];

/** What is answered in for the first part of a tag. A language that is spoken needs no nearest. */
const answeredIn = new Map<string, Language>([...nearest, ...languages.map((code) => [code, code] as const)]);

/** The language that the service speaks for a tag such as `nn`, `sv-FI` or `no`; undefined when there is none near. */
export function spokenLanguage(tag: string): Language | undefined {
  return answeredIn.get(tag.trim().toLowerCase().split('-', 1)[0] ?? '');
}

/** The best spoken language of an `Accept-Language` header (RFC 9110 §12.5.4); undefined when it names none. */
export function acceptedLanguage(header: string): Language | undefined {
  const wishes = wishesOf(header).map(({ name, weight }, index) => ({ language: spokenLanguage(name), weight, index }));
  const usable = wishes.filter((wish) => wish.language !== undefined && wish.weight > 0);
  usable.sort((a, b) => b.weight - a.weight || a.index - b.index);
  return usable[0]?.language;
}

/** The first of several wishes that names a spoken language; English when none does. */
export function firstSpoken(...wishes: readonly (string | undefined)[]): Language {
  for (const wish of wishes) {
    const language = wish === undefined ? undefined : spokenLanguage(wish);
    if (language !== undefined) return language;
  }
  return 'en';
}
