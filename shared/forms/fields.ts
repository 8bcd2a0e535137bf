import * as z from 'zod/mini';
import { codesOf, type ListName } from '#shared/vocabulary/vocabulary.ts';

/**
 * Why a field was refused. The closed list of `errors[].code`; each has a sentence in every language (shared/http/problems).
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

/** No list of a form may hold more. */
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
) & { readonly required: boolean; readonly schema: () => z.ZodMiniType };

/** Made when it is first asked for: most functions only read a form's words, and its schemas are what takes longest to load. */
function once(make: () => z.ZodMiniType): () => z.ZodMiniType {
  let made: z.ZodMiniType | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What is no text can be no code. */
const notACode = ({ input }: { input?: unknown }) =>
  input === undefined ? 'required' : typeof input === 'string' ? 'unknown-code' : 'wrong-type';
const absentOr = (otherwise: FieldErrorCode) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'required' : otherwise;
const text = () => z.string({ error: absentOr('wrong-type') });
const codePoints = (value: string) => [...value].length;

/** Refuses what is wrong with it, and asks nothing after that. A plain function: dozens of zod's own checks take long to make. */
function refuse<Value>(isWrong: (value: Value) => boolean, code: FieldErrorCode): z.core.CheckFn<Value> {
  return ({ value, issues }) => {
    if (isWrong(value)) issues.push({ code: 'custom', input: value, message: code, continue: false });
  };
}

/** Control characters are refused, never cleaned away: what is stored is what was typed. */
const hasNo = (forbidden: RegExp, code: FieldErrorCode) => refuse<string>((value) => forbidden.test(value), code);
const lineBreaks = /[\n\r\u0085\u2028\u2029]/;
/** Also halves of a surrogate pair: no UTF-8 has them, so the table would keep something else than was typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const controlCharacters = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/**
 * Far more accents on one letter than any script has (UAX #15, stream-safe text). To put tens of thousands into order takes
 * seconds, so they are refused before anything is composed.
 */
const tooManyAccents = /\p{M}{31}/u;

/** Trimmed, composed (NFC) and with `\n` as the only line break, so that equal texts are equal strings. */
const tidy = (value: string) =>
  value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .trim();
const inOneLine = (broken: FieldErrorCode = 'line-break', odd: FieldErrorCode = 'control-character') => [
  hasNo(lineBreaks, broken),
  hasNo(controlCharacters, odd),
];
/** Anything but characters that nobody sees: spaces, joiners, soft hyphens, blank letters. Spelt out, as `\p{…}` takes long to load. */
const seen = /[^\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u206f\u2800\u3164\ufeff\uffa0]/;
const ofLength = (min: number, max: number) => [
  refuse<string>((value) => min > 0 && !seen.test(value), 'required'),
  refuse<string>((value) => codePoints(value) < min, 'too-short'),
  refuse<string>((value) => codePoints(value) > max, 'too-long'),
];
type Check = ReturnType<typeof hasNo>;
const tidied = (before: readonly Check[], after: readonly Check[]) =>
  text().check(...before, hasNo(tooManyAccents, 'control-character'), z.overwrite(tidy), ...after);

/** One line of `min` to `max` code points. */
export function line(min: number, max: number): Field {
  const schema = once(() => tidied(inOneLine(), ofLength(min, max)));
  return { kind: 'line', min, max, required: true, schema };
}

/** A text of `min` to `max` code points; line breaks are kept. */
export function longText(min: number, max: number): Field {
  const schema = once(() => tidied([hasNo(controlCharacters, 'control-character')], ofLength(min, max)));
  return { kind: 'text', min, max, required: true, schema };
}

/** One code of a controlled list. */
export function code(list: ListName): Field {
  const schema = once(() => z.enum(codesOf(list), { error: notACode }));
  return { kind: 'code', list, required: true, schema };
}

/** `min` to `max` different codes of a controlled list. */
export function codes(list: ListName, min: number, max = longestList): Field {
  const schema = once(() => {
    // The length is judged first: thousands of wrong codes are one error, not thousands.
    const bounded = z.array(z.unknown(), { error: absentOr('wrong-type') }).check(
      refuse((values) => values.length < min, min === 1 ? 'required' : 'too-few'),
      refuse((values) => values.length > max, 'too-many'),
      refuse((values) => new Set(values).size < values.length, 'listed-twice'),
    );
    return z.pipe(bounded, z.array(z.enum(codesOf(list), { error: notACode })));
  });
  return { kind: 'codes', list, min, max, required: true, schema };
}

/** A calendar date that exists, `YYYY-MM-DD`. */
export function date(): Field {
  return {
    kind: 'date',
    required: true,
    schema: once(() => text().check(refuse((value) => !isDate(value), 'not-a-date'))),
  };
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A web address that starts with `https://`. */
export function webAddress(): Field {
  const max = 500;
  const isAddress = () => [hasNo(/\s/, 'not-a-url'), refuse<string>((value) => !isHttps(value), 'not-a-url')];
  const schema = once(() => tidied(inOneLine('not-a-url', 'not-a-url'), [...ofLength(1, max), ...isAddress()]));
  return { kind: 'url', max, required: true, schema };
}

function isHttps(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'https:' && url.hostname.includes('.') && url.username === '' && url.password === '';
}

/** One plain mail address (no display name, no comma: it becomes a mail header). At most 254 characters, RFC 5321. */
export function mailAddress(): Field {
  const max = 254;
  const isAddress = () => z.email({ error: 'not-an-email', abort: true });
  const schema = once(() => z.pipe(tidied(inOneLine(), ofLength(1, max)), isAddress()));
  return { kind: 'email', max, required: true, schema };
}

/** Yes or no; no when absent. */
export function flag(): Field {
  return { kind: 'flag', required: false, schema: once(() => z._default(z.boolean({ error: 'wrong-type' }), false)) };
}

/** A box that must be ticked. */
export function agreement(): Field {
  const schema = once(() =>
    z.boolean({ error: absentOr('wrong-type') }).check(refuse((agreed) => !agreed, 'must-agree')),
  );
  return { kind: 'agreement', required: true, schema };
}

/** A sum of money, whole or with decimals, from 0. */
export function amount(): Field {
  const max = 1e12;
  const schema = once(() => {
    const range = [z.gte(0, { error: 'out-of-range' }), z.lte(max, { error: 'out-of-range' })];
    return z.number({ error: absentOr('wrong-type') }).check(...range);
  });
  return { kind: 'amount', max, required: true, schema };
}

/** A currency as three capitals, ISO 4217. */
export function currency(): Field {
  const schema = once(() => text().check(refuse((value) => !/^[A-Z]{3}$/.test(value), 'not-a-currency')));
  return { kind: 'currency', max: 3, required: true, schema };
}

/** Fields that belong together: `contact.name`. */
export function group(fields: Readonly<Record<string, Field>>): Field {
  return { kind: 'group', fields, required: true, schema: once(() => strict(fields)) };
}

/** The same field, but it may be left out. */
export function optional(field: Field): Field {
  return { ...field, required: false, schema: once(() => z.optional(field.schema())) };
}

/** The schema of an object with exactly these fields. */
export function strict(fields: Readonly<Record<string, Field>>) {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema()]));
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : absentOr('wrong-type')(issue)),
  });
}
