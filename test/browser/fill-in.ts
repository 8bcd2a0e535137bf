import type { Locator, Page } from 'playwright-core';
import type { Field } from '#shared/forms/fields.ts';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import type { Language } from '#shared/i18n/language.ts';
import { valueAt } from '#shared/pages/content-list.tsx';
import { allLeaves } from '#shared/pages/form-fields.ts';
import { optionsOf } from '#shared/pages/options.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import type { ListName } from '#shared/vocabulary/lists.ts';

/** How a person fills in the form: field by field, each found by what it is called in the language of the page. */

/** Fills in what is given and leaves the rest as it stands; a list is ticked exactly as given. */
export async function fillIn(page: Page, language: Language, values: object): Promise<void> {
  for (const { path, field } of allLeaves(form)) {
    const value = valueAt(values, path);
    if (value !== undefined) await answer(page, { path, field, language }, value);
  }
}

interface Asked {
  readonly path: string;
  readonly field: Field;
  readonly language: Language;
}

async function answer(page: Page, asked: Asked, value: unknown): Promise<void> {
  const { field, language } = asked;
  const name = nameOf(asked);
  switch (field.kind) {
    case 'codes':
      return tickExactly(page.getByRole('group', { name, exact: true }), labelsOf(field.list, value, language));
    case 'code':
      return choose(page, name, labelsOf(field.list, value, language)[0] ?? '');
    case 'currency':
      return choose(page, name, String(value));
    case 'flag':
    case 'agreement':
      return page.getByRole('checkbox', { name, exact: true }).setChecked(value === true);
    default:
      return page.getByLabel(labelOf(asked), { exact: true }).fill(String(value));
  }
}

/** What stands above a field: its name, and whether it must be filled in. */
function labelOf({ path, field, language }: Asked): string {
  const label = form.texts.in(language).fields[path]?.label ?? path;
  const { required, optional } = formTexts.in(language);
  return field.kind === 'flag' ? label : `${label} ${field.required ? required : optional}`;
}

/** The same as it is heard: that it must be filled in is told by the control itself, except of several boxes to tick. */
function nameOf(asked: Asked): string {
  const { path, field, language } = asked;
  const isSaidByControl = field.required && field.kind !== 'codes';
  return isSaidByControl ? (form.texts.in(language).fields[path]?.label ?? path) : labelOf(asked);
}

function labelsOf(list: ListName, value: unknown, language: Language): string[] {
  const options = optionsOf(list, language);
  return [value].flat().map((code) => options.find((option) => option.code === code)?.label ?? String(code));
}

async function tickExactly(group: Locator, labels: readonly string[]): Promise<void> {
  // From the last on: each that is unticked leaves the list.
  for (const ticked of (await group.getByRole('checkbox', { checked: true }).all()).reverse()) await ticked.uncheck();
  for (const label of labels) await group.getByRole('checkbox', { name: label, exact: true }).check();
}

/** Few choices stand side by side, many in a list to open. */
async function choose(page: Page, name: string, label: string): Promise<void> {
  const list = page.getByRole('combobox', { name, exact: true });
  const buttons = page.getByRole('radiogroup', { name, exact: true });
  if ((await list.count()) > 0) await list.selectOption({ label });
  else await buttons.getByRole('radio', { name: label, exact: true }).check();
}
