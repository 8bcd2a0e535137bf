import type { Language } from '#shared/i18n/language.ts';
import { labelOf, vocabulary } from '#shared/vocabulary/vocabulary.ts';
import type { Field } from './fields.ts';
import type { FormDefinition } from './form.ts';

/** A form for other programs: JSON Schema 2020-12 of what may be posted, with labels in one language. */
export function describeForm(form: FormDefinition, language: Language): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `/v1/forms/${form.id}`,
    title: form.name[language],
    description: form.introduction[language],
    ...objectOf(form, form.fields, '', language),
  };
}

function objectOf(form: FormDefinition, fields: Readonly<Record<string, Field>>, prefix: string, language: Language) {
  const entries = Object.entries(fields);
  const properties = entries.map(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const texts = form.texts[path];
    const said = {
      ...(texts && { title: texts.label[language] }),
      ...(texts?.hint && { description: texts.hint[language] }),
    };
    return [name, { ...said, ...schemaOf(form, field, path, language) }] as const;
  });
  const required = entries.filter(([, field]) => field.required).map(([name]) => name);
  return { type: 'object', properties: Object.fromEntries(properties), required, additionalProperties: false };
}

function schemaOf(form: FormDefinition, field: Field, path: string, language: Language): Record<string, unknown> {
  switch (field.kind) {
    case 'line':
    case 'text':
      return { type: 'string', minLength: field.min, maxLength: field.max };
    case 'email':
      return { type: 'string', format: 'email', maxLength: field.max };
    case 'url':
      return { type: 'string', format: 'uri', pattern: '^https://', maxLength: field.max };
    case 'currency':
      return { type: 'string', pattern: '^[A-Z]{3}$' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'code':
      return { type: 'string', oneOf: codesIn(field.list, language) };
    case 'codes':
      return {
        type: 'array',
        items: { oneOf: codesIn(field.list, language) },
        minItems: field.min,
        maxItems: field.max,
        uniqueItems: true,
      };
    case 'flag':
      return { type: 'boolean', default: false };
    case 'agreement':
      return { const: true };
    case 'amount':
      return { type: 'number', minimum: 0, maximum: field.max };
    case 'group':
      return objectOf(form, field.fields, path, language);
  }
}

function codesIn(list: keyof typeof vocabulary, language: Language) {
  return vocabulary[list].map(({ code }) => ({ const: code, title: labelOf(list, code, language) }));
}
