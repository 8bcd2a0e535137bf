import type { Field, FieldErrorCode } from '#shared/forms/fields.ts';
import type { InEveryLanguage, Language } from '#shared/i18n/language.ts';
import { quoted } from '#shared/i18n/quotation.ts';
import type { ProblemCode } from './problem.ts';
import * as da from './problems/da.ts';
import * as en from './problems/en.ts';
import * as fi from './problems/fi.ts';
import * as is from './problems/is.ts';
import * as nb from './problems/nb.ts';
import * as sv from './problems/sv.ts';
import type { FieldErrorTexts, ProblemText, ProblemTexts } from './problems/words.ts';

const fieldErrors: InEveryLanguage<FieldErrorTexts> = {
  en: en.fieldErrors,
  da: da.fieldErrors,
  nb: nb.fieldErrors,
  sv: sv.fieldErrors,
  fi: fi.fieldErrors,
  is: is.fieldErrors,
};

const notFields: InEveryLanguage<string> = {
  en: en.notFields,
  da: da.notFields,
  nb: nb.notFields,
  sv: sv.notFields,
  fi: fi.notFields,
  is: is.notFields,
};

const problems: InEveryLanguage<ProblemTexts> = {
  en: en.problems,
  da: da.problems,
  nb: nb.problems,
  sv: sv.problems,
  fi: fi.problems,
  is: is.problems,
};

/** A field as people know it: its label (empty for all that was sent together), and of its definition what a sentence may name. */
export interface FieldInWords {
  readonly label: string;
  readonly kind?: Field['kind'];
  readonly min?: number;
  readonly max?: number;
}

/** What to do about a refused field. Makes sense by itself: as `detail` in JSON, in a summary of errors, beside the field. */
export function fieldErrorText(code: FieldErrorCode, field: FieldInWords, language: Language): string {
  const { label, kind, min = 0, max = 0 } = field;
  if (label === '' && code === 'wrong-type') return notFields[language];
  // A label that is a sentence loses its full stop inside another.
  const name = quoted(label.replace(/\.$/, ''), language);
  const inWords = { name, kind, min: String(min), max: written(max, language) };
  return fieldErrors[language][code](inWords);
}

function written(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

/** The title and detail of a problem (RFC 9457). */
export function problemText(code: ProblemCode, language: Language): ProblemText {
  return problems[language][code];
}
