import * as z from 'zod/mini';
import { codesOf } from '#shared/vocabulary/vocabulary.ts';
import { isMailbox, webHref, withAsciiDomain, withScheme } from './addresses.ts';
import type { FieldErrorCode } from './field-errors.ts';
import type { Field, FieldKind, Fields } from './fields.ts';
import { absentOr, become, inAddress, inLines, inOneLine, ofLength, refuse, text, tidied } from './text-checks.ts';

/** The schema of each kind of field. */
const schemas: { readonly [Kind in FieldKind]: (field: Field<Kind>) => z.ZodMiniType } = {
  line: ({ min, max }) => tidied(inOneLine(), ofLength(min, max)),
  text: ({ min, max }) => tidied(inLines(), ofLength(min, max)),
  email: ({ max }) =>
    tidied(inAddress('line-break', 'control-character'), [
      become(withAsciiDomain),
      ...ofLength(1, max),
      refuse<string>((value) => !isMailbox(value), 'not-an-email'),
    ]),
  url: ({ max }) =>
    tidied(inAddress('not-a-url', 'not-a-url'), [
      become(withScheme),
      ...ofLength(1, max),
      refuse<string>((value) => webHref(value) === undefined, 'not-a-url'),
      become((value) => webHref(value) ?? value),
      ...ofLength(1, max),
    ]),
  currency: () => text().check(refuse((value) => !/^[A-Z]{3}$/.test(value), 'not-a-currency')),
  date: ({ min, max }) =>
    text().check(
      refuse((value) => !isDate(value), 'not-a-date'),
      refuse((value) => Number(value.slice(0, 4)) < min || Number(value.slice(0, 4)) > max, 'out-of-range'),
    ),
  code: ({ list }) => z.enum(codesOf(list), { error: notACode }),
  codes: ({ list, min, max }) => {
    // The length is judged first: thousands of wrong codes are one error, not thousands.
    const bounded = z.array(z.unknown(), { error: absentOr('wrong-type') }).check(
      refuse((values) => values.length < min, min === 1 ? 'required' : 'too-few'),
      refuse((values) => values.length > max, 'too-many'),
      refuse((values) => new Set(values).size < values.length, 'listed-twice'),
    );
    return z.pipe(bounded, z.array(z.enum(codesOf(list), { error: notACode })));
  },
  flag: () => z._default(z.boolean({ error: 'wrong-type' }), false),
  agreement: () => z.boolean({ error: absentOr('wrong-type') }).check(refuse((agreed) => !agreed, 'must-agree')),
  amount: ({ max }) =>
    z.number({ error: absentOr('wrong-type') }).check(
      z.gte(0, { error: 'out-of-range' }),
      z.lte(max, { error: 'out-of-range' }),
      refuse((sum) => !isInHundredths(sum), 'wrong-type'),
    ),
  group: ({ fields }) => strict(fields),
};

/** The schema of one field; made anew at each call. */
export function schemaOf<Kind extends FieldKind>(field: Field<Kind>): z.ZodMiniType {
  return schemas[field.kind](field);
}

/** Made when it is first asked for: most functions only read a form's texts, and its schemas are what takes longest to load. */
const made = new WeakMap<Fields, ReturnType<typeof makeStrict>>();

/** The schema of an object with exactly these fields. */
export function strict(fields: Fields) {
  const schema = made.get(fields) ?? makeStrict(fields);
  made.set(fields, schema);
  return schema;
}

function makeStrict(fields: Fields) {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const schema = schemaOf(field);
      return [name, field.required || field.kind === 'flag' ? schema : z.optional(schema)];
    }),
  );
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : absentOr('wrong-type')(issue)),
  });
}

/** What is no text can be no code. */
function notACode({ input }: { input?: unknown }): FieldErrorCode {
  return absentOr(typeof input === 'string' ? 'unknown-code' : 'wrong-type')({ input });
}

/** Whether a sum has at most two decimals. The table would refuse what has 130. */
function isInHundredths(sum: number): boolean {
  return Number(sum.toFixed(2)) === sum;
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
