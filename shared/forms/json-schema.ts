import type { Language } from '#shared/i18n/language.ts';
import type { ListName } from '#shared/vocabulary/lists.ts';
import { codesOf, labelOf } from '#shared/vocabulary/vocabulary.ts';
import type { Field, FieldKind, Fields } from './fields.ts';
import type { FormDefinition } from './form.ts';

/** A form that is described in one language. */
interface Described {
  readonly form: FormDefinition;
  readonly language: Language;
  /** Of the field: `contact.name`. */
  readonly path: string;
}
type JsonSchema = Record<string, unknown>;

/** A form for other programs: JSON Schema 2020-12 of what may be posted, with labels in one language. */
export function describeForm(form: FormDefinition, language: Language): JsonSchema {
  const { introduction, name } = form.texts.in(language);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `/v1/forms/${form.id}`,
    title: name,
    description: introduction,
    ...objectOf(form.fields, { form, language, path: '' }),
  };
}

function objectOf(fields: Fields, { form, language, path: prefix }: Described): JsonSchema {
  const texts = form.texts.in(language).fields;
  const entries = Object.entries(fields);
  const properties = entries.map(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const { label, hint } = texts[path] ?? {};
    const said = { ...(label && { title: label }), ...(hint && { description: hint }) };
    return [name, { ...said, ...schemaOf(field, { form, language, path }) }] as const;
  });
  const required = entries.filter(([, field]) => field.required).map(([name]) => name);
  return { type: 'object', properties: Object.fromEntries(properties), required, additionalProperties: false };
}

function schemaOf<Kind extends FieldKind>(field: Field<Kind>, described: Described): JsonSchema {
  return schemas[field.kind](field, described);
}

/** For programmers: by default many validators compare without tolerance, and so refuse 19.99. */
const aboutDecimals = 'At most two decimals. Let your validator round when it divides (Ajv: multipleOfPrecision).';

/** The years that `date()` names. */
const years = '^(19|20)[0-9]{2}-|^2100-';

const schemas: { readonly [Kind in FieldKind]: (field: Field<Kind>, described: Described) => JsonSchema } = {
  line: ({ min, max }) => ({ type: 'string', minLength: min, maxLength: max }),
  text: ({ min, max }) => ({ type: 'string', minLength: min, maxLength: max }),
  email: ({ max }) => ({ type: 'string', format: 'email', maxLength: max }),
  url: ({ max }) => ({ type: 'string', format: 'uri', pattern: '^https://', maxLength: max }),
  currency: () => ({ type: 'string', pattern: '^[A-Z]{3}$' }),
  date: () => ({ type: 'string', format: 'date', pattern: years }),
  code: ({ list }, { language }) => ({ type: 'string', oneOf: codesIn(list, language) }),
  codes: ({ list, min, max }, { language }) => ({
    type: 'array',
    items: { oneOf: codesIn(list, language) },
    minItems: min,
    maxItems: max,
    uniqueItems: true,
  }),
  flag: () => ({ type: 'boolean', default: false }),
  agreement: () => ({ const: true }),
  amount: ({ max }) => ({ type: 'number', minimum: 0, maximum: max, multipleOf: 0.01, $comment: aboutDecimals }),
  group: ({ fields }, described) => objectOf(fields, described),
};

function codesIn(list: ListName, language: Language): JsonSchema[] {
  return codesOf(list).map((code) => ({ const: code, title: labelOf(list, code, language) }));
}
