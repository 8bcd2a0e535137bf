import { describe, expect, test } from 'vitest';
import { initiative } from '#shared/forms/initiative.ts';
import { languages } from '#shared/i18n/language.ts';
import { allLeaves } from '#shared/pages/form-fields.ts';

const paths = allLeaves(initiative).map(({ path }) => path);

/** Every path of the form's definition, groups opened. */
function defined(fields = initiative.fields, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'group' ? defined(field.fields, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

describe('the texts of the form `initiative`', () => {
  test('ask for each field of the form exactly once', () => {
    expect([...paths].sort()).toEqual(defined().sort());
  });

  test.each(languages)('name each field, heading and the form itself in %s', (language) => {
    for (const path of paths) expect(initiative.texts[path]?.label[language], path).toMatch(/\S/);
    for (const { heading } of initiative.sections) expect(heading[language]).toMatch(/\S/);
    expect(initiative.name[language]).toMatch(/\S/);
  });

  test.each(languages)('have a hint in %s wherever English has one', (language) => {
    for (const path of paths) {
      const hint = initiative.texts[path]?.hint;
      if (hint?.en) expect(hint[language], path).toMatch(/\S/);
    }
    expect(paths.length).toBeGreaterThan(20);
  });

  test.each(languages)('say before the first field what belongs here, in %s', (language) => {
    expect(initiative.introduction[language].match(/^- /gm)).toHaveLength(4);
  });
});
