import type { Field, ValueKind } from '#shared/forms/fields.ts';
import { type FormDefinition, fieldAt } from '#shared/forms/form.ts';

/** A field that holds a value of its own, with its path. */
export interface Leaf {
  readonly path: string;
  readonly field: Field<ValueKind>;
}

/** The fields at a path of a form's section, in order: itself, or what its group holds. */
export function leavesAt(form: FormDefinition, path: string): Leaf[] {
  const found = fieldAt(form, `/${path.replaceAll('.', '/')}`);
  return found === undefined ? [] : leavesOf(found.path, found.field);
}

function leavesOf(path: string, field: Field): Leaf[] {
  if (field.kind !== 'group') return [{ path, field }];
  return Object.entries(field.fields).flatMap(([name, inside]) => leavesOf(`${path}.${name}`, inside));
}

/** Every field of the form, in the order of its sections. */
export function allLeaves(form: FormDefinition): Leaf[] {
  return form.sections.flatMap(({ fields }) => fields.flatMap((path) => leavesAt(form, path)));
}

/** The id of a field on the page; for a group of boxes, of the first box. */
export function idOf(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}
