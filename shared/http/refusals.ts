import type { Field } from '#shared/forms/fields.ts';
import { type FieldError, type FormDefinition, fieldAt } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { RefusedField } from './problem-reply.ts';
import { fieldErrorText } from './problems.ts';

/** A refused field with where it stands on the page. */
interface Refusal extends RefusedField {
  /** `title`, `contact.name`; empty when the form has no such field. */
  readonly path: string;
}

/** Says what is wrong with each field, in the language of who sent it. */
export function explain(form: FormDefinition, errors: readonly FieldError[], language: Language): Refusal[] {
  return errors.map(({ pointer, code }) => {
    const found = code === 'unknown-field' ? undefined : fieldAt(form, pointer);
    const path = found?.path ?? '';
    const label = form.texts[path]?.label[language] ?? nameIn(pointer);
    return { pointer, code, path, detail: fieldErrorText(code, { label, ...about(found?.field) }, language) };
  });
}

/** The last name of a pointer as it was sent. */
function nameIn(pointer: string): string {
  const [, last = ''] = /([^/]*)$/.exec(pointer) ?? [];
  return last.replaceAll('~1', '/').replaceAll('~0', '~');
}

function about(field: Field | undefined): { kind?: Field['kind']; min?: number; max?: number } {
  if (field === undefined) return {};
  return { kind: field.kind, ...('min' in field && { min: field.min }), ...('max' in field && { max: field.max }) };
}
