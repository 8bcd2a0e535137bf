import type { FormDefinition } from './form.ts';
import { initiative } from './initiative/initiative.ts';

/** Every form that is offered, by id and in the order in which they are shown. */
const forms: ReadonlyMap<string, FormDefinition> = new Map([initiative].map((form) => [form.id, form]));

/** The forms in the order in which they are shown. */
export function offeredForms(): readonly FormDefinition[] {
  return [...forms.values()];
}

/** The form of that id; undefined when there is none. */
export function findForm(id: string): FormDefinition | undefined {
  return forms.get(id);
}

/** The form of a stored case. Throws when it is gone: a form with cases must not be removed. */
export function formOf(id: string): FormDefinition {
  const form = forms.get(id);
  if (form === undefined) throw new Error('A stored case names a form that is no longer defined');
  return form;
}
