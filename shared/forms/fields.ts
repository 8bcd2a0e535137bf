import type { ListName } from '#shared/vocabulary/lists.ts';

/**
 * What each kind of field knows of itself. A new kind is an entry here; the compiler then names every table by kind that
 * lacks it: what may be posted (schemas.ts, json-schema.ts), how a post is read (http/posted-form.ts), how it is shown
 * (pages/field-control.tsx, pages/field-parts.tsx, pages/field-value.tsx) and what its errors say (http/refusals.ts).
 */
interface FieldKinds {
  /** One line of `min` to `max` characters (code points). */
  readonly line: { readonly min: number; readonly max: number };
  /** A text of `min` to `max` characters; line breaks are kept. */
  readonly text: { readonly min: number; readonly max: number };
  readonly email: { readonly max: number };
  readonly url: { readonly max: number };
  /** A currency as three capitals, ISO 4217. */
  readonly currency: object;
  /** A calendar date that exists, `YYYY-MM-DD`, in the years from `min` to `max`. */
  readonly date: { readonly min: number; readonly max: number };
  /** One code of a controlled list. */
  readonly code: { readonly list: ListName };
  /** `min` to `max` different codes of a controlled list. */
  readonly codes: { readonly list: ListName; readonly min: number; readonly max: number };
  /** Yes or no; no when absent. */
  readonly flag: object;
  /** A box that must be ticked. */
  readonly agreement: object;
  /** A sum of money from 0, with at most two decimals. */
  readonly amount: { readonly max: number };
  /** Fields that belong together: `contact.name`. */
  readonly group: { readonly fields: Fields };
}
export type FieldKind = keyof FieldKinds;

/** One thing that a form asks for. */
export type Field<Kind extends FieldKind = FieldKind> = {
  [K in Kind]: { readonly kind: K; readonly required: boolean } & FieldKinds[K];
}[Kind];

export type Fields = Readonly<Record<string, Field>>;

/** The kinds that hold a value of their own. */
export type ValueKind = Exclude<FieldKind, 'group'>;

/** No list of a form may hold more. */
export const longestList = 50;

export function line(min: number, max: number): Field {
  return { kind: 'line', min, max, required: true };
}

export function longText(min: number, max: number): Field {
  return { kind: 'text', min, max, required: true };
}

export function code(list: ListName): Field {
  return { kind: 'code', list, required: true };
}

export function codes(list: ListName, min: number, max = longestList): Field {
  return { kind: 'codes', list, min, max, required: true };
}

/** A year outside is a slip of the finger. */
export function date(): Field {
  return { kind: 'date', min: 1900, max: 2100, required: true };
}

/** A web address with `https://`, which `www.…` is given. Stored as browsers write it. */
export function webAddress(): Field {
  return { kind: 'url', max: 500, required: true };
}

/**
 * One plain mail address (no display name, no comma: it becomes a mail header), with its domain in punycode. At most 254
 * characters, RFC 5321.
 */
export function mailAddress(): Field {
  return { kind: 'email', max: 254, required: true };
}

export function flag(): Field {
  return { kind: 'flag', required: false };
}

export function agreement(): Field {
  return { kind: 'agreement', required: true };
}

export function amount(): Field {
  return { kind: 'amount', max: 1e12, required: true };
}

export function currency(): Field {
  return { kind: 'currency', required: true };
}

export function group(fields: Fields): Field {
  return { kind: 'group', fields, required: true };
}

/** The same field, but it may be left out. */
export function optional(field: Field): Field {
  return { ...field, required: false };
}
