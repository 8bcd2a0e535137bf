import type { Circumstances } from '#shared/case/screening.ts';
import type { Field, FieldKind, Fields } from '#shared/forms/fields.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { Body, BrowserFields } from '#shared/http/body.ts';
import type { Request } from '#shared/http/request.ts';

/** What comes beside the content and is read. The honeypot is `subject_line`; `_shown` is when our page was made, `altcha` a solved challenge, `_hold` set where its sender waits for a person. */
const controls = ['_key', '_redirect', '_lang', '_action', '_shown', '_hold', 'altcha', 'subject_line'] as const;
type Controls = { readonly [Name in (typeof controls)[number]]?: string | undefined };
/** Accepted with every form, and not content. */
const controlNames: readonly string[] = controls;

/**
 * The `_action`s with which a person asks for the page in another language, with what was typed: to fill it in further, or
 * to be shown again what is wrong with it. Whoever has not been told of errors is not told of them by choosing a language.
 */
export const fillFurther = 'fill';
export const showAgain = 'show';
export type ShowingAction = typeof fillFurther | typeof showAgain;
/** The `_action` that keeps what was typed without sending it. */
export const saveDraft = 'save';

/** A post taken apart: content for the form's schema, controls for us, and `values` as a browser posts them, for the page. */
export interface Posted {
  readonly content: unknown;
  readonly controls: Controls;
  readonly values: BrowserFields;
}

/** Brings every kind of body to the same shape, so that the same fields have the same outcome. */
export function readPosted(form: Pick<FormDefinition, 'fields'>, body: Body): Posted {
  if (body.kind === 'browser') {
    const one = (name: string) => body.fields.get(name)?.[0] || undefined;
    return { content: readFields(form.fields, body.fields, ''), controls: controlsFrom(one), values: body.fields };
  }
  if (typeof body.value !== 'object' || body.value === null || Array.isArray(body.value)) {
    return { content: body.value, controls: controlsFrom(() => undefined), values: new Map() };
  }
  const posted = new Map<string, unknown>(Object.entries(body.value));
  const one = (name: string) => {
    const value = posted.get(name);
    return isTypable(value) && value !== '' ? String(value) : undefined;
  };
  return {
    content: withoutControls(body.value),
    controls: controlsFrom(one),
    values: typedValues(form.fields, body.value),
  };
}

/** How a person only wants to see what was posted, while nothing is stored; undefined when it is to be taken in. */
export function onlyShown({ wantsHtml }: Pick<Request, 'wantsHtml'>, posted: Posted): ShowingAction | undefined {
  const { _action } = posted.controls;
  return wantsHtml && (_action === fillFurther || _action === showAgain) ? _action : undefined;
}

/** What screening is told of how a post came about. */
export function circumstancesOf({ controls: { subject_line, _shown } }: Posted, now: Date): Circumstances {
  const shown = Date.parse(_shown ?? '');
  return {
    honeypot: subject_line ?? '',
    secondsOnPage: Number.isNaN(shown) ? undefined : (now.getTime() - shown) / 1000,
  };
}

/** A JSON object without what is accepted everywhere and is no content. */
export function withoutControls(sent: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !controlNames.includes(name)));
}

function controlsFrom(one: (name: string) => string | undefined): Controls {
  return Object.fromEntries(controls.map((name) => [name, one(name)]));
}

/** JSON as a browser would have typed it: its page of errors keeps every value too. What no field can show is left out. */
function typedValues(fields: Fields, sent: unknown, prefix = ''): BrowserFields {
  const given = new Map<string, unknown>(typeof sent === 'object' && sent !== null ? Object.entries(sent) : []);
  const typed = Object.entries(fields).flatMap(([name, field]): [string, readonly string[]][] => {
    const value = given.get(name);
    if (field.kind === 'group') return [...typedValues(field.fields, value, `${name}.`)];
    const shown = (Array.isArray(value) ? value : [value]).filter(isTypable).map(String);
    return value === true ? [[prefix + name, ['on']]] : shown.length === 0 ? [] : [[prefix + name, shown]];
  });
  return new Map(typed);
}

function isTypable(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Only the form's own names are looked up: whatever else a browser posts is ignored. */
function readFields(fields: Fields, posted: BrowserFields, prefix: string): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value = readField(field, { posted, name, values: valuesOf(posted, prefix, name) });
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function readGroup(field: Field<'group'>, posted: BrowserFields, name: string): unknown {
  const inside = readFields(field.fields, posted, name);
  const isEmpty = Object.values(inside).every((value) => value === false);
  return isEmpty && !field.required ? undefined : inside;
}

/** `name`, or inside a group `group.name` or `group[name]`; lists may also be called `name[]`. Empty values are absent. */
function valuesOf(posted: BrowserFields, prefix: string, name: string): string[] {
  const names = prefix === '' ? [name, `${name}[]`] : [`${prefix}.${name}`, `${prefix}[${name}]`];
  return names.flatMap((candidate) => posted.get(candidate) ?? []).filter((value) => value !== '');
}

/** How many values were posted for the field at a path such as `contact.name`. */
export function timesPosted(posted: BrowserFields, path: string): number {
  const [name = '', prefix = ''] = path.split('.').reverse();
  return valuesOf(posted, prefix, name).length;
}

/** What was posted for one field: its values, and the whole post for a group. */
interface PostedField {
  readonly posted: BrowserFields;
  readonly name: string;
  readonly values: readonly string[];
}

/** How a browser's post of each kind of field is read. What does not fit is left as it is, for the schema to refuse. */
const readers: { readonly [Kind in FieldKind]: (field: Field<Kind>, posted: PostedField) => unknown } = {
  line: single,
  text: single,
  email: single,
  url: single,
  currency: single,
  date: single,
  code: single,
  codes: (_, { values }) => (values.length === 0 ? undefined : values),
  flag: yesOrNo,
  agreement: yesOrNo,
  amount: (field, posted) => readAmount(single(field, posted)),
  group: (field, { posted, name }) => readGroup(field, posted, name),
};

function readField<Kind extends FieldKind>(field: Field<Kind>, posted: PostedField): unknown {
  return readers[field.kind](field, posted);
}

function single(_: Field, { values }: PostedField): unknown {
  return values.length > 1 ? values : values[0];
}

function yesOrNo(field: Field, posted: PostedField): unknown {
  const value = single(field, posted);
  if (value === undefined) return false;
  if (value === 'true' || value === 'on' || value === '1') return true;
  return value === 'false' || value === 'off' || value === '0' ? false : value;
}

/**
 * People write 1 000,50 as well as 1000.50. What is no number is left for the schema to refuse, and so is 1,000 or 1.000:
 * a thousand to some and one to others.
 */
function readAmount(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const plain = value.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^-?\d+(\.\d{1,2})?$/.test(plain) ? Number(plain) : value;
}
