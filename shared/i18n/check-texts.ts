import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from './language.ts';
import type { Each, Family, Sentence } from './texts.ts';

/**
 * What is wrong with a family, in every language: texts that are missing or that nobody asked for, gaps that are unknown or
 * not used, plural forms that the language has and the text lacks. Each fault names its file and text. The build calls it.
 */
export function faultsOfFamily(checked: Pick<Family, 'folder' | 'name' | 'shape'>): string[] {
  return languages.flatMap((language) => {
    const path = join(checked.folder, checked.name, `${language}.json`);
    if (!existsSync(path)) return [`${path} is missing`];
    return faultsOfJson(checked.shape, readFileSync(path, 'utf8'), language).map((fault) => `${path}: ${fault}`);
  });
}

function faultsOfJson(shape: unknown, source: string, language: Language): string[] {
  try {
    return faultsOf(shape, JSON.parse(source), language);
  } catch (error) {
    if (error instanceof SyntaxError) return [`is not JSON: ${error.message}`];
    throw error;
  }
}

function faultsOf(shape: unknown, said: unknown, language: Language, name = ''): string[] {
  if (isSentence(shape)) {
    const isLeftOut = 'isOptional' in shape && said === undefined;
    return isLeftOut ? [] : faultsOfSentence(shape, said, language, name);
  }
  const wanted = new Map(isEach(shape) ? shape.codes.map((code) => [code, shape.each]) : entriesOf(shape));
  if (typeof said !== 'object' || said === null) return [`${name || 'the file'} is missing or holds no texts`];
  const given = new Map(entriesOf(said));
  const at = (key: string) => (name === '' ? key : `${name}.${key}`);
  return [
    ...(wanted.has('plural') ? [`${at('plural')} cannot be the name of a text: it marks forms by number`] : []),
    ...[...wanted].flatMap(([key, inner]) => faultsOf(inner, given.get(key), language, at(key))),
    ...[...given.keys()].filter((key) => !wanted.has(key)).map((key) => `${at(key)} is a text that nobody asks for`),
  ];
}

function faultsOfSentence({ gaps }: Sentence, said: unknown, language: Language, name: string): string[] {
  if (typeof said === 'string') return faultsOfText(gaps, said, name);
  if (typeof said !== 'object' || said === null) return [`${name} is missing`];
  const { plural, ...forms } = Object.fromEntries(entriesOf(said));
  if (typeof plural !== 'string' || !gaps.includes(plural)) return [`${name} has forms by a gap that it does not have`];
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [
    ...needed.flatMap((form) => faultsOfSentence({ gaps }, forms[form], language, `${name}.${form}`)),
    ...Object.keys(forms)
      .filter((form) => !needed.some((category) => category === form))
      .map((form) => `${name}.${form} is a form that the language does not have`),
  ];
}

function faultsOfText(gaps: readonly string[], said: string, name: string): string[] {
  if (said.trim() === '') return [`${name} is empty`];
  const used = new Set([...said.matchAll(/\{(\w*)\}/g)].map(([, gap = '']) => gap));
  const rest = said.replace(/\{\w+\}/g, '');
  return [
    ...gaps.filter((gap) => !used.has(gap)).map((gap) => `${name} does not use {${gap}}`),
    ...[...used].filter((gap) => !gaps.includes(gap)).map((gap) => `${name} has an unknown gap {${gap}}`),
    ...(/[{}]/.test(rest) ? [`${name} has a brace that belongs to no gap`] : []),
  ];
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isSentence(shape: unknown): shape is Sentence {
  return typeof shape === 'object' && shape !== null && 'gaps' in shape && Array.isArray(shape.gaps);
}

function isEach(shape: unknown): shape is Each {
  return typeof shape === 'object' && shape !== null && 'codes' in shape && Array.isArray(shape.codes);
}
