import * as z from 'zod/mini';
import { type FieldError, fieldErrorCodes } from './field-errors.ts';
import type { Field, Fields } from './fields.ts';
import type { FormTexts, Section } from './form-texts.ts';
import { strict } from './schemas.ts';

/** What every moderated form asks for, whatever else it has: routing, mails and the catalogue rest on these. */
export const Content = z.looseObject({
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  countries: z.array(z.string()),
  organisation: z.string(),
  themes: z.array(z.string()),
  contact: z.looseObject({
    name: z.string(),
    email: z.string(),
    role: z.optional(z.string()),
    public: z.boolean(),
  }),
});
/** What somebody wrote into a form, checked. Only JSON values. */
export type Content = z.infer<typeof Content>;

/** A form as data: everything that is peculiar to it. A new form is one new folder and its line in forms.ts. */
export interface FormDefinition {
  readonly id: string;
  readonly texts: FormTexts;
  readonly fields: Fields;
  /** The order of the page. */
  readonly sections: readonly Section[];
  /** Rules between fields, on what was posted: a field may still be wrong by itself. */
  readonly alsoCheck?: (content: Record<string, unknown>) => readonly FieldError[];
  /** Fields that are never shown to readers. */
  readonly neverPublic: readonly string[];
}

type Checked = { kind: 'fits'; content: Content } | { kind: 'refused'; errors: readonly FieldError[] };

/** Checks what was posted against the form; what fits is trimmed, composed and ready to be stored. */
export function checkContent(form: FormDefinition, posted: unknown): Checked {
  const parsed = strict(form.fields).safeParse(posted);
  const single = parsed.success ? [] : toFieldErrors(parsed.error.issues);
  // Also when other fields are wrong: nobody likes to be told of errors one after the other.
  const between = form.alsoCheck?.(asRecord(posted)) ?? [];
  const known = new Set(single.map(({ pointer }) => pointer));
  const errors = [...single, ...between.filter(({ pointer }) => !known.has(pointer))];
  if (!parsed.success || errors.length > 0) return { kind: 'refused', errors };
  return { kind: 'fits', content: Content.parse(withoutEmptyLists(parsed.data)) };
}

/** A list of nothing says no more than none: whether it was sent makes no other content. */
function withoutEmptyLists(content: object): object {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

function asRecord(posted: unknown): Record<string, unknown> {
  return typeof posted === 'object' && posted !== null ? { ...posted } : {};
}

const Code = z.enum(fieldErrorCodes);

/** The issues of a schema whose messages are our codes. */
export function toFieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const code = Code.parse(issue.message);
    if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), code }];
    return issue.keys.slice(0, 20).map((key) => ({ pointer: toPointer([...issue.path, key]), code }));
  });
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The field at a pointer or path such as `/contact/name` or `/themes/2`; undefined when the form has none there. */
export function fieldAt(
  form: Pick<FormDefinition, 'fields'>,
  pointer: string,
): { path: string; field: Field } | undefined {
  const parts = pointer.split('/').slice(1);
  let fields: Fields = form.fields;
  let found: { path: string; field: Field } | undefined;
  for (const part of parts) {
    const field: Field | undefined = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (field === undefined) break;
    found = { path: found === undefined ? part : `${found.path}.${part}`, field };
    if (field.kind !== 'group') break;
    fields = field.fields;
  }
  return found;
}

/** What readers may see: the contact only if its owner made it public, and nothing that is `neverPublic`. */
export function publicContent(form: FormDefinition, content: Content): Record<string, unknown> {
  const shown = Object.entries(content).filter(([name]) => !form.neverPublic.includes(name));
  return Object.fromEntries(shown.filter(([name]) => name !== 'contact' || content.contact.public));
}
