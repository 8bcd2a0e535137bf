import * as z from 'zod/mini';
import { codesOf, type ListName } from '#shared/vocabulary/vocabulary.ts';

/**
 * Why a field was refused. The closed list of `errors[].code`; each has a sentence in every language (shared/i18n).
 * A schema's error message is one of these codes, never prose.
 */
export const fieldErrorCodes = [
  'required',
  'wrong-type',
  'too-short',
  'too-long',
  'unknown-code',
  'unknown-field',
  'too-few',
  'too-many',
  'listed-twice',
  'line-break',
  'control-character',
  'not-a-date',
  'before-start',
  'not-an-email',
  'not-a-url',
  'not-a-currency',
  'out-of-range',
  'must-agree',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

/** No list of a form may hold more (DESIGN §7). */
export const longestList = 50;

/** One thing that a form asks for: how it is shown, how it is checked, and whether readers may see it. */
export type Field = (
  | { readonly kind: 'line' | 'text'; readonly min: number; readonly max: number }
  | { readonly kind: 'email' | 'url' | 'currency'; readonly max: number }
  | { readonly kind: 'code'; readonly list: ListName }
  | { readonly kind: 'codes'; readonly list: ListName; readonly min: number; readonly max: number }
  | { readonly kind: 'date' | 'flag' | 'agreement' }
  | { readonly kind: 'amount'; readonly max: number }
  | { readonly kind: 'group'; readonly fields: Readonly<Record<string, Field>> }
) & { readonly required: boolean; readonly schema: z.ZodMiniType };

const absentOr = (otherwise: FieldErrorCode) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'required' : otherwise;
const text = () => z.string({ error: absentOr('wrong-type') });
const codePoints = (value: string) => [...value].length;
const says = (code: FieldErrorCode) => ({ error: code, abort: true });

/** Control characters are refused, never cleaned away: what is stored is what was typed (DESIGN §7). */
const hasNo = (forbidden: RegExp, code: FieldErrorCode) =>
  z.refine<string>((value) => !forbidden.test(value), says(code));
const lineBreaks = /[\n\r\u0085\u2028\u2029]/;
/** Also halves of a surrogate pair: no UTF-8 has them, so the table would keep something else than was typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const controlCharacters = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** Trimmed, composed (NFC) and with `\n` as the only line break, so that equal texts are equal strings. */
const tidy = z.transform((value: string) =>
  value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .trim(),
);
const ofLength = (min: number, max: number) => [
  z.refine<string>((value) => min === 0 || value !== '', says('required')),
  z.refine<string>((value) => codePoints(value) >= min, says('too-short')),
  z.refine<string>((value) => codePoints(value) <= max, says('too-long')),
];
type Check = ReturnType<typeof hasNo>;
const tidied = (before: readonly Check[], after: readonly Check[]) =>
  z.pipe(z.pipe(text().check(...before), tidy), z.string().check(...after));

/** One line of `min` to `max` code points. */
export function line(min: number, max: number): Field {
  const before = [hasNo(lineBreaks, 'line-break'), hasNo(controlCharacters, 'control-character')];
  return { kind: 'line', min, max, required: true, schema: tidied(before, ofLength(min, max)) };
}

/** A text of `min` to `max` code points; line breaks are kept. */
export function longText(min: number, max: number): Field {
  const before = [hasNo(controlCharacters, 'control-character')];
  return { kind: 'text', min, max, required: true, schema: tidied(before, ofLength(min, max)) };
}

/** One code of a controlled list. */
export function code(list: ListName): Field {
  return { kind: 'code', list, required: true, schema: z.enum(codesOf(list), { error: absentOr('unknown-code') }) };
}

/** `min` to `max` different codes of a controlled list. */
export function codes(list: ListName, min: number, max = longestList): Field {
  // The length is judged first: thousands of wrong codes are one error, not thousands.
  const bounded = z.array(z.unknown(), { error: absentOr('wrong-type') }).check(
    z.refine((values: unknown[]) => values.length >= min, says(min === 1 ? 'required' : 'too-few')),
    z.refine((values: unknown[]) => values.length <= max, says('too-many')),
    z.refine((values: unknown[]) => new Set(values).size === values.length, says('listed-twice')),
  );
  const schema = z.pipe(bounded, z.array(z.enum(codesOf(list), { error: 'unknown-code' })));
  return { kind: 'codes', list, min, max, required: true, schema };
}

/** A calendar date that exists, `YYYY-MM-DD`. */
export function date(): Field {
  return { kind: 'date', required: true, schema: text().check(z.refine(isDate, says('not-a-date'))) };
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A web address that starts with `https://`. */
export function webAddress(): Field {
  const max = 500;
  const isAddress = z.refine<string>(isHttps, says('not-a-url'));
  const schema = tidied(
    [hasNo(lineBreaks, 'not-a-url'), hasNo(controlCharacters, 'not-a-url')],
    [...ofLength(1, max), hasNo(/\s/, 'not-a-url'), isAddress],
  );
  return { kind: 'url', max, required: true, schema };
}

function isHttps(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'https:' && url.hostname.includes('.') && url.username === '' && url.password === '';
}

/** One plain mail address (no display name, no comma: it becomes a mail header). At most 254 characters, RFC 5321. */
export function mailAddress(): Field {
  const address = z.email({ error: 'not-an-email', abort: true });
  const before = [hasNo(lineBreaks, 'line-break'), hasNo(controlCharacters, 'control-character')];
  const schema = z.pipe(tidied(before, ofLength(1, 254)), address);
  return { kind: 'email', max: 254, required: true, schema };
}

/** Yes or no; no when absent. */
export function flag(): Field {
  return { kind: 'flag', required: false, schema: z._default(z.boolean({ error: 'wrong-type' }), false) };
}

/** A box that must be ticked. */
export function agreement(): Field {
  const schema = z
    .boolean({ error: absentOr('wrong-type') })
    .check(z.refine((agreed: boolean) => agreed, says('must-agree')));
  return { kind: 'agreement', required: true, schema };
}

/** A sum of money, whole or with decimals, from 0. */
export function amount(): Field {
  const max = 1e12;
  const checks = [z.gte(0, { error: 'out-of-range' }), z.lte(max, { error: 'out-of-range' })];
  return { kind: 'amount', max, required: true, schema: z.number({ error: absentOr('wrong-type') }).check(...checks) };
}

/** A currency as three capitals, ISO 4217. */
export function currency(): Field {
  const schema = text().check(z.refine((value: string) => /^[A-Z]{3}$/.test(value), says('not-a-currency')));
  return { kind: 'currency', max: 3, required: true, schema };
}

/** Fields that belong together: `contact.name`. */
export function group(fields: Readonly<Record<string, Field>>): Field {
  return { kind: 'group', fields, required: true, schema: strict(fields) };
}

/** The same field, but it may be left out. */
export function optional(field: Field): Field {
  return { ...field, required: false, schema: z.optional(field.schema) };
}

/** The schema of an object with exactly these fields. */
export function strict(fields: Readonly<Record<string, Field>>) {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema]));
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : absentOr('wrong-type')(issue)),
  });
}
