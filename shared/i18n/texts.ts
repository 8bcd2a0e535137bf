import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './language.ts';

/**
 * The texts that people read. A *family* is a module `<folder>/texts/<family>.ts` that declares what must be said; each
 * language says it in `<folder>/texts/<family>/<language>.json`. A language is read when it is first needed, and the build
 * checks all of them against what is declared (check-texts.ts). Sentences have gaps like `{name}`, and forms by number:
 *
 *     "too-many": { "plural": "max", "one": "Choose at most {max} option.", "other": "Choose at most {max} options." }
 *
 * A library for ICU messages was tried and made cold starts noticeably longer.
 */

/** One text; with gaps it is a function of what fills them. */
export interface Sentence<Gap extends string = string> {
  readonly gaps: readonly Gap[];
}

/** The same for every code of a list. */
export interface Each<Code extends string = string, Of = unknown> {
  readonly codes: readonly Code[];
  readonly each: Of;
}

/** A text that a language may leave out. */
interface Optional extends Sentence<never> {
  readonly isOptional: true;
}

/** What a family says: texts by name, as deep as it is convenient. */
export interface Shape {
  readonly [name: string]: Sentence | Each | Shape;
}

/** What fills a gap. A number is written as the language writes numbers, a string as it is; both choose the plural form. */
export type Values<Gap extends string> = Readonly<Record<Gap, string | number>>;

/** The texts of a shape in one language. */
export type Texts<Of> = Of extends Optional
  ? string | undefined
  : Of extends Sentence<infer Gap>
    ? [Gap] extends [never]
      ? string
      : (values: Values<Gap>) => string
    : Of extends Each<infer Code, infer Inner>
      ? Readonly<Record<Code, Texts<Inner>>>
      : { readonly [Name in keyof Of]: Texts<Of[Name]> };

/** A text without gaps. */
export const text: Sentence<never> = { gaps: [] };

/** A text that a language may leave out. */
export const optionalText: Optional = { gaps: [], isOptional: true };

/** A text with gaps: `sentence('day')` is said by `"Please answer by {day}."`. */
export function sentence<const Gap extends string>(...gaps: Gap[]): Sentence<Gap> {
  return { gaps };
}

/** A text, or texts, for each code of a list: who adds a code is told by the build what to say for it. */
export function each<const Code extends string, const Of>(codes: readonly Code[], of: Of): Each<Code, Of> {
  return { codes, each: of };
}

export interface Family<Of = unknown> {
  /** The folder in which the family's folder lies, and its name. */
  readonly folder: string;
  readonly name: string;
  readonly shape: Of;
  /** The texts in a language, read from disk when they are first needed. */
  in(language: Language): Texts<Of>;
}

/** Declares a family. `folder` is the module's `import.meta.dirname`; in a bundle that is the function's own folder. */
export function family<const Of extends Shape | Each>(folder: string, name: string, shape: Of): Family<Of> {
  const known = new Map<Language, Texts<Of>>();
  return {
    folder,
    name,
    shape,
    in(language) {
      const texts = known.get(language) ?? parseTexts<Texts<Of>>(readSource(folder, name, language), language);
      known.set(language, texts);
      return texts;
    },
  };
}

function readSource(folder: string, name: string, language: Language): string {
  return readFileSync(join(folder, name, `${language}.json`), 'utf8');
}

/** The type is what the build has checked the file against: it is part of the code and not read again with a schema. */
function parseTexts<Of>(source: string, language: Language): Of {
  return JSON.parse(source, (_name, value: unknown) => {
    if (typeof value === 'string') return value.includes('{') ? fillable(value, language) : value;
    return isPlural(value) ? pluralOf(value, language) : value;
  });
}

type Fillable = (values: Values<string>) => string;

function fillable(sentenceWithGaps: string, language: Language): Fillable {
  return (values) => sentenceWithGaps.replace(/\{(\w+)\}/g, (_, gap: string) => written(values[gap] ?? '', language));
}

/** Most numbers are small and look the same everywhere; to load how others are written takes a cold start 20 ms. */
function written(value: string | number, language: Language): string {
  return typeof value === 'string' || value < 1000 ? String(value) : new Intl.NumberFormat(language).format(value);
}

interface Plural {
  /** The gap whose number decides. */
  readonly plural: string;
  readonly [form: string]: unknown;
}

function isPlural(value: unknown): value is Plural {
  return typeof value === 'object' && value !== null && 'plural' in value && typeof value.plural === 'string';
}

function pluralOf(forms: Plural, language: Language): Fillable {
  return (values) => {
    const form = forms[pluralRules(language).select(Number(values[forms.plural]))] ?? forms['other'];
    return typeof form === 'function' ? form(values) : String(form);
  };
}

const rules = new Map<Language, Intl.PluralRules>();

function pluralRules(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
