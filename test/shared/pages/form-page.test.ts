import { describe, expect, test } from 'vitest';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import { languages } from '#shared/i18n/language.ts';
import { allLeaves, idOf } from '#shared/pages/form-fields.ts';
import { renderFormPage } from '#shared/pages/form-page.tsx';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import { content, formProps } from './example-pages.ts';
import { controlsNamed, tagsOf, tagWithId } from './markup.ts';

const paths = allLeaves(form).map(({ path }) => path);
const empty = renderFormPage({ ...formProps, language: 'en' });

describe('the form page', () => {
  test('asks for every field of the form under the name that is posted', () => {
    expect(paths).toContain('contact.email');
    for (const path of paths) expect(controlsNamed(empty, path).length, path).toBeGreaterThan(0);
  });

  test.each(languages)('names each field and says in words whether it may be left empty, in %s', (language) => {
    const html = renderFormPage({ ...formProps, language });
    for (const { path } of allLeaves(form)) {
      expect(html).toContain(form.texts.in(language).fields[path]?.label);
    }
  });

  test('says at the control what must be filled in, and calls nothing wrong on arrival', () => {
    for (const { path, field } of allLeaves(form)) {
      if (['code', 'codes'].includes(field.kind)) continue;
      expect(controlsNamed(empty, path)[0]?.['aria-required'], path).toBe(field.required ? 'true' : undefined);
    }
    expect(empty).not.toMatch(/ required[ =>]/);
    expect(empty).not.toContain('aria-invalid');
  });

  test('posts to where it is told, with what a retry and the screening need', () => {
    expect(tagsOf(empty, 'form')).toEqual([
      expect.objectContaining({ method: 'post', action: formProps.action, 'accept-charset': 'utf-8', novalidate: '' }),
    ]);
    expect(controlsNamed(empty, '_key')[0]?.['value']).toBe(formProps.key);
    expect(controlsNamed(empty, '_shown')[0]?.['value']).toBe(formProps.shown);
    expect(controlsNamed(empty, '_lang')[0]?.['value']).toBe('en');
  });

  test('hides the honeypot from people who see, hear or use the keyboard', () => {
    expect(controlsNamed(empty, 'subject_line')).toEqual([
      expect.objectContaining({ type: 'text', value: '', tabindex: '-1', autocomplete: 'off' }),
    ]);
    expect(empty).toContain('<div class="trap" aria-hidden="true">');
  });

  test('chooses and ticks nothing by itself', () => {
    expect(empty).not.toMatch(/<option[^>]*\sselected/);
    expect(tagsOf(empty, 'input').filter((input) => input['checked'] !== undefined)).toEqual([]);
  });

  test('keeps what was typed, whatever kind of field it stands in', () => {
    const html = renderFormPage({ ...formProps, language: 'en', values: valuesOfContent(content) });
    expect(controlsNamed(html, 'title')[0]?.['value']).toBe(content.title);
    expect(html).toContain(`>${content.summary}</textarea>`);
    expect(html).toContain('<option value="sv" selected>');
    expect(controlsNamed(html, 'startDate')[0]).toMatchObject({ type: 'date', value: '2024-03-01' });
    expect(controlsNamed(html, 'funding.amount')[0]?.['value']).toBe('250000');
    for (const name of ['countries', 'themes', 'goals', 'phase', 'contact.public', 'consent']) {
      const ticked = controlsNamed(html, name).filter((box) => box['checked'] !== undefined);
      expect(ticked.map((box) => box['value']).sort()).toEqual([...(valuesOfContent(content).get(name) ?? [])].sort());
    }
  });

  test.each([
    { what: 'a date in another form', name: 'startDate', typed: '1.3.2024' },
    { what: 'an address that is none', name: 'contact.email', typed: 'anna at example' },
    { what: 'an amount in words', name: 'funding.amount', typed: 'a lot' },
  ])('keeps $what, which no browser may drop', ({ name, typed }) => {
    const html = renderFormPage({ ...formProps, language: 'en', values: new Map([[name, [typed]]]) });
    const control = controlsNamed(html, name)[0];
    expect(control?.['value']).toBe(typed);
    expect(control?.['type']).not.toBe('date');
  });

  test('keeps a currency that is not on its list, and a first empty line', () => {
    const values = new Map([
      ['funding.currency', ['CHF']],
      ['description', ['\nSecond line']],
    ]);
    const html = renderFormPage({ ...formProps, language: 'en', values });
    expect(html).toContain('<option value="CHF" selected>');
    // Browsers drop the first of these two line breaks.
    expect(html).toContain('>\n\nSecond line</textarea>');
  });

  test('finds values that another site posted under bracketed names', () => {
    const values = new Map([
      ['contact[name]', ['Anna']],
      ['themes[]', ['health']],
    ]);
    const html = renderFormPage({ ...formProps, language: 'en', values });
    expect(controlsNamed(html, 'contact.name')[0]?.['value']).toBe('Anna');
    const health = controlsNamed(html, 'themes').find((box) => box['value'] === 'health');
    expect(health).toHaveProperty('checked');
  });

  test('shows hostile values as text', () => {
    const hostile = '"><script>alert(1)</script></textarea>&amp;';
    const values = new Map(paths.map((path) => [path, [hostile]]));
    const html = renderFormPage({ ...formProps, language: 'en', values });
    expect(html).not.toContain('<script');
    expect(html.match(/<textarea/g)?.length).toBe(html.match(/<\/textarea>/g)?.length);
    expect(html).toContain('&amp;amp;');
  });

  test.each([
    ['as it is while nothing is known to be wrong', [], 'fill', '/forms/initiative'],
    ['as it is when no field is to blame', [{ path: '', sentence: 'Too late.' }], 'fill', '/forms/initiative'],
    ['with its errors when it has some', [{ path: 'title', sentence: 'Too short.' }], 'show', formProps.action],
  ])('asks for other languages through the form, so that nothing is lost: %s', (_what, errors, value, address) => {
    const html = renderFormPage({ ...formProps, language: 'en', errors });
    const id = tagsOf(html, 'form')[0]?.['id'];
    expect(id).toBeDefined();
    const ways = controlsNamed(html, '_action');
    expect(ways.map(({ lang }) => lang)).toEqual([...languages]);
    for (const way of ways) {
      const formaction = `${address}?lang=${way['lang']}`;
      expect(way).toMatchObject({ type: 'submit', value, form: id, formaction });
    }
  });

  test('sends on Enter in a field: the first button of the form is not one of a language', () => {
    const [first] = tagsOf(empty, 'button').filter(({ form, type }) => form !== undefined && type === 'submit');
    expect(first).toMatchObject({ tabindex: '-1', 'aria-hidden': 'true' });
    expect(first).not.toHaveProperty('name');
  });

  describe('with errors', () => {
    const errors = paths.map((path) => ({ path, sentence: `About ${path}.` }));
    const html = renderFormPage({ ...formProps, language: 'en', errors });

    test.each([
      ['en', 'Error: '],
      ['da', 'Fejl: '],
      ['nb', 'Feil: '],
      ['sv', 'Fel: '],
      ['fi', 'Virhe: '],
      ['is', 'Villa: '],
    ] as const)('the title says so first, in %s', (language, start) => {
      expect(renderFormPage({ ...formProps, language, errors })).toContain(`<title>${start}`);
      expect(renderFormPage({ ...formProps, language })).not.toContain(`<title>${start}`);
    });

    test.each(paths)('%s has its sentence bound to it and a link in the summary', (path) => {
      const id = idOf(path);
      expect(html).toContain(`<a class="ds-link" href="#${id}">About ${path}.</a>`);
      expect(tagWithId(html, id)).toContain('aria-invalid="true"');
      expect(tagWithId(html, `${id}-error`)).toContain('field-error');
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id}-error"`));
    });

    test('the summary takes the focus without a script', () => {
      expect(html).toMatch(/<section class="ds-error-summary"[^>]* tabindex="-1" autofocus>/);
    });

    test('an error of no field on the page is told without a link', () => {
      const elsewhere = renderFormPage({
        ...formProps,
        language: 'en',
        errors: [{ path: '', sentence: 'Unknown field.' }],
      });
      expect(elsewhere).toContain('<li>Unknown field.</li>');
    });

    test('blames no field where none is wrong, and says under its own heading what became of it', () => {
      const told = { path: '', sentence: 'Too late.' };
      const summaryOf = (errors: (typeof told & { heading?: string })[]) =>
        /<section class="ds-error-summary".*?<\/section>/s.exec(
          renderFormPage({ ...formProps, language: 'en', errors }),
        )?.[0];
      expect(renderFormPage({ ...formProps, language: 'en', errors: [told] })).toContain(
        '<title>This was not stored – ',
      );
      expect(summaryOf([told])).toMatch(/>This was not stored<\/h2>.*<p>Everything you wrote is still here\.<\/p>/s);
      expect(summaryOf([{ ...told, heading: 'Not sent a second time' }])).toContain('>Not sent a second time</h2>');
      expect(summaryOf([told, { path: 'title', sentence: 'About it.' }])).toContain('There is a problem with the form');
    });
  });
});
