import type { Body, BrowserFields } from '#shared/http/body.ts';
import type { Field } from './fields.ts';
import type { FormDefinition } from './form.ts';

/** Accepted with every form, and not content (DESIGN §7). The honeypot is `subject_line`; `_shown` is when our page was made. */
const controlNames = ['_key', '_redirect', '_lang', '_action', '_shown', 'altcha', 'subject_line'] as const;
export type Controls = Readonly<Record<(typeof controlNames)[number], string | undefined>>;

/** What was posted, apart: content for the form's schema, and controls for us. `values` is how a browser typed it, for the page. */
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
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const names: readonly string[] = controlNames;
  const content = Object.fromEntries([...posted].filter(([name]) => !names.includes(name)));
  return { content, controls: controlsFrom(one), values: new Map() };
}

function controlsFrom(one: (name: string) => string | undefined): Controls {
  return {
    _key: one('_key'),
    _redirect: one('_redirect'),
    _lang: one('_lang'),
    _action: one('_action'),
    _shown: one('_shown'),
    altcha: one('altcha'),
    subject_line: one('subject_line'),
  };
}

/** Only the form's own names are looked up: whatever else a browser posts is ignored. */
function readFields(
  fields: Readonly<Record<string, Field>>,
  posted: BrowserFields,
  prefix: string,
): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value =
      field.kind === 'group' ? readGroup(field, posted, name) : readField(field, valuesOf(posted, prefix, name));
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function readGroup(field: Field & { kind: 'group' }, posted: BrowserFields, name: string): unknown {
  const inside = readFields(field.fields, posted, name);
  const isEmpty = Object.values(inside).every((value) => value === false);
  return isEmpty && !field.required ? undefined : inside;
}

/** `name`, or inside a group `group.name` or `group[name]`; lists may also be called `name[]`. Empty values are absent. */
function valuesOf(posted: BrowserFields, prefix: string, name: string): string[] {
  const names = prefix === '' ? [name, `${name}[]`] : [`${prefix}.${name}`, `${prefix}[${name}]`];
  return names.flatMap((candidate) => posted.get(candidate) ?? []).filter((value) => value !== '');
}

function readField(field: Field, values: readonly string[]): unknown {
  if (field.kind === 'codes') return values.length === 0 ? undefined : values;
  const value = values.length > 1 ? values : values[0];
  if (field.kind === 'flag' || field.kind === 'agreement') return value === undefined ? false : truth(value);
  return field.kind === 'amount' && typeof value === 'string' ? readAmount(value) : value;
}

function truth(value: string | readonly string[]): unknown {
  if (value === 'true' || value === 'on' || value === '1') return true;
  return value === 'false' || value === 'off' || value === '0' ? false : value;
}

/** People write 1 000,50 as well as 1000.50. What is no number is left for the schema to refuse. */
function readAmount(value: string): unknown {
  const plain = value.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : value;
}
