import type { FieldError, FieldErrorCode } from '#shared/forms/field-errors.ts';
import type { Field, FieldKind } from '#shared/forms/fields.ts';
import { type FormDefinition, fieldAt } from '#shared/forms/form.ts';
import { fieldErrorTexts } from '#shared/forms/texts/field-errors.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { timesPosted } from '#shared/http/posted-form.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import type { Language } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';

/** A refused field with where it stands on the page. */
interface Refusal extends RefusedField {
  /** `title`, `contact.name`; empty when the form has no such field. */
  readonly path: string;
}

/** Says what is wrong with each field of what was posted, in the language of the reply. */
export function explain(
  form: FormDefinition,
  errors: readonly FieldError[],
  posted: BrowserFields,
  language: Language,
): Refusal[] {
  const texts = form.texts.in(language).fields;
  return errors.map(({ pointer, code }) => {
    const found = code === 'unknown-field' ? undefined : fieldAt(form, pointer);
    const path = found?.path ?? '';
    const label = texts[path]?.label ?? nameIn(pointer);
    const isRepeated = found?.field.kind !== 'codes' && timesPosted(posted, path) > 1;
    const field = { label, isRepeated, ...about(found?.field) };
    return { pointer, code, path, detail: fieldErrorText(code, field, language) };
  });
}

/** The last name of a pointer as it was sent. */
function nameIn(pointer: string): string {
  const [, last = ''] = /([^/]*)$/.exec(pointer) ?? [];
  return last.replaceAll('~1', '/').replaceAll('~0', '~');
}

function about(field: Field | undefined): Omit<FieldInWords, 'label'> {
  if (field === undefined) return {};
  return { kind: field.kind, ...('min' in field && { min: field.min }), ...('max' in field && { max: field.max }) };
}

/** What a sentence about a field may name: its label (empty for all that was sent together), its kind and its limits. */
export interface FieldInWords {
  readonly label: string;
  readonly kind?: FieldKind;
  readonly min?: number;
  readonly max?: number;
  /** Whether a field that takes one value was posted with several. */
  readonly isRepeated?: boolean;
}

/** What to say when a field of each kind is missing. */
const missing: { readonly [Kind in FieldKind]: 'text' | 'option' | 'options' | 'agreement' } = {
  line: 'text',
  text: 'text',
  email: 'text',
  url: 'text',
  currency: 'text',
  date: 'text',
  code: 'option',
  codes: 'options',
  flag: 'text',
  agreement: 'agreement',
  amount: 'text',
  group: 'text',
};

/** What to do about a refused field. Makes sense by itself: as `detail` in JSON, in a summary of errors, beside the field. */
export function fieldErrorText(code: FieldErrorCode, field: FieldInWords, language: Language): string {
  const { notFields, codes } = fieldErrorTexts.in(language);
  const { label, kind = 'line', min = 0, max = 0, isRepeated = false } = field;
  if (label === '' && code === 'wrong-type') return notFields;
  // A label that is a sentence loses its full stop inside another.
  const name = serviceTexts.in(language).quoted({ text: label.replace(/\.$/, '') });
  switch (code) {
    case 'required': {
      const said = codes.required[missing[kind]];
      return typeof said === 'string' ? said : said({ name });
    }
    case 'wrong-type':
      return codes[code][isRepeated ? 'repeated' : kind === 'amount' ? 'number' : 'other']({ name });
    case 'out-of-range':
      // Years are written without a sign between their digits.
      return kind === 'date'
        ? codes[code].date({ name, min: String(min), max: String(max) })
        : codes[code].number({ name, max });
    case 'must-agree':
      return codes[code];
    default:
      return codes[code]({ name, min, max });
  }
}
