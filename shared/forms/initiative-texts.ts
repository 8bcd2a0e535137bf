import { type InEveryLanguage, type Language, languages } from '#shared/i18n/language.ts';
import type { FieldTexts, FormDefinition } from './form.ts';
import { da } from './initiative-texts/da.ts';
import { en } from './initiative-texts/en.ts';
import { fi } from './initiative-texts/fi.ts';
import { is } from './initiative-texts/is.ts';
import { nb } from './initiative-texts/nb.ts';
import { sv } from './initiative-texts/sv.ts';
import {
  type InitiativeHeading,
  type InitiativePath,
  type InitiativeWords,
  initiativePaths,
} from './initiative-texts/words.ts';

const words: InEveryLanguage<InitiativeWords> = { en, da, nb, sv, fi, is };

/** Translators work on a language at a time, the form on a field at a time: the one turned into the other. */
function inEveryLanguage<T>(pick: (inOne: InitiativeWords) => T): InEveryLanguage<T> {
  return { en: pick(en), da: pick(da), nb: pick(nb), sv: pick(sv), fi: pick(fi), is: pick(is) };
}

function section(heading: InitiativeHeading, ...fields: InitiativePath[]) {
  return { heading: inEveryLanguage((inOne) => inOne.headings[heading]), fields };
}

function textsOf(path: InitiativePath): FieldTexts {
  const label = inEveryLanguage((inOne) => inOne.fields[path].label);
  const hasHint = languages.some((language: Language) => words[language].fields[path].hint !== undefined);
  return hasHint ? { label, hint: inEveryLanguage((inOne) => inOne.fields[path].hint ?? '') } : { label };
}

/** Every word of the form `initiative`, and the order in which its fields are asked. */
export const initiativeTexts: Pick<FormDefinition, 'name' | 'invitation' | 'introduction' | 'sections' | 'texts'> = {
  name: inEveryLanguage((inOne) => inOne.name),
  invitation: inEveryLanguage((inOne) => inOne.invitation),
  introduction: inEveryLanguage((inOne) => inOne.introduction),
  sections: [
    section('initiative', 'title', 'summary', 'language', 'description', 'website'),
    section('where', 'countries', 'actorType', 'organisation'),
    section('about', 'themes', 'targetGroups', 'goals'),
    section('when', 'phase', 'startDate', 'endDate'),
    section('learned', 'results', 'lessons', 'transferability'),
    section('funding', 'funding'),
    section('contact', 'contact'),
    section('consent', 'consent'),
  ],
  texts: Object.fromEntries(initiativePaths.map((path) => [path, textsOf(path)])),
};
