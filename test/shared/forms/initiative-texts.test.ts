import { describe, expect, test } from 'vitest';
import { initiative } from '#shared/forms/initiative/initiative.ts';
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
    const { fields, headings, name } = initiative.texts.in(language);
    for (const path of paths) expect(fields[path]?.label, path).toMatch(/\S/);
    for (const { heading } of initiative.sections) expect(headings[heading]).toMatch(/\S/);
    expect(name).toMatch(/\S/);
  });

  test.each(languages)('have a hint in %s wherever English has one', (language) => {
    for (const path of paths) {
      const english = initiative.texts.in('en').fields[path]?.hint;
      if (english) expect(initiative.texts.in(language).fields[path]?.hint, path).toMatch(/\S/);
    }
    expect(paths.length).toBeGreaterThan(20);
  });

  test.each(languages)('say before the first field what belongs here, in %s', (language) => {
    expect(initiative.texts.in(language).introduction.match(/^- /gm)).toHaveLength(4);
  });

  test.each([
    ['en', 'when it began or will begin', 'without a web address'],
    ['da', 'hvornår det begyndte eller skal begynde', 'uden webadresse'],
    ['nb', 'når det begynte eller skal begynne', 'uten nettadresse'],
    ['sv', 'när det började eller ska börja', 'utan webbadress'],
    ['fi', 'milloin se alkoi tai alkaa', 'ilman verkko-osoitetta'],
    ['is', 'hvenær það hófst eða hefst', 'án vefslóðar'],
  ] as const)('welcome in %s what is only planned, and warn of an address in the title', (language, begin, without) => {
    expect(initiative.texts.in(language).introduction).toContain(begin);
    expect(initiative.texts.in(language).fields['title']?.hint).toContain(without);
  });
});
