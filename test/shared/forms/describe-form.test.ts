import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#shared/forms/form.ts';
import { offeredForms } from '#shared/forms/forms.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';
import { describeForm } from '#shared/forms/json-schema.ts';
import { languages } from '#shared/i18n/language.ts';
import { initiativeFields } from '#test/support/cases.ts';

/** As other programs use it: in its strict mode Ajv refuses words that JSON Schema does not know. */
const ajv = addFormats.default(
  new Ajv2020({ strict: true, strictRequired: false, allErrors: true, multipleOfPrecision: 4 }),
);
const examples = join(import.meta.dirname, '../../../events/examples');

describe('a form as JSON Schema', () => {
  it.each(offeredForms().flatMap((form) => languages.map((language) => [form, language] as const)))(
    'is understood by other programs: $id',
    (form, language) => {
      expect(() => ajv.removeSchema().compile(describeForm(form, language))).not.toThrow();
    },
  );

  const fits = ajv.removeSchema().compile(describeForm(initiative, 'en'));

  it.each(readdirSync(examples))('takes what the form takes: %s', (file) => {
    expect(fits(JSON.parse(readFileSync(join(examples, file), 'utf8')))).toBe(true);
  });

  it.each([
    ['title', undefined],
    ['title', 'Four'],
    ['title', 'x'.repeat(141)],
    ['title', 7],
    ['language', 'klingon'],
    ['countries', []],
    ['countries', ['XX']],
    ['themes', ['health', 'health']],
    ['themes', ['health', 'language', 'housing', 'culture']],
    ['startDate', '2025-02-30'],
    ['website', 'http://example.org'],
    ['consent', false],
    ['contact', { name: 'Kim' }],
    ['contact', { name: 'Kim', email: 'kim' }],
    ['contact', { ...initiativeFields.contact, phone: '1' }],
    ['funding', { amount: -1 }],
    ['funding', { amount: 10.555 }],
    ['unheardOf', 'x'],
  ])('refuses what the form refuses: %s as %j', (name, value) => {
    const posted = JSON.parse(JSON.stringify({ ...initiativeFields, [name]: value }));
    expect(checkContent(initiative, posted).kind).toBe('refused');
    expect(fits(posted)).toBe(false);
  });

  it('takes the years that the form takes', () => {
    const years = Array.from({ length: 400 }, (_, at) => String(1800 + at));
    const taken = (judge: (posted: object) => boolean) =>
      years.filter((year) => judge({ ...initiativeFields, startDate: `${year}-02-28` }));
    expect(taken(fits)).toEqual(taken((posted) => checkContent(initiative, posted).kind === 'fits'));
    expect(taken(fits)).toHaveLength(201);
  });

  it('takes every sum in hundredths that the form takes, up to a billion', () => {
    const disagreeing = fc.check(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (hundredths) => {
        const posted = { ...initiativeFields, funding: { amount: hundredths / 100 } };
        return checkContent(initiative, posted).kind === 'fits' && fits(posted);
      }),
    );
    expect(disagreeing.counterexample).toBeNull();
  });
});
