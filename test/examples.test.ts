import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { screen } from '#shared/case/screening.ts';
import { checkContent } from '#shared/forms/form.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';

const folder = join(import.meta.dirname, '..', 'events', 'examples');

const Example = z.looseObject({
  title: z.string(),
  language: z.string(),
  countries: z.array(z.string()),
  organisation: z.string(),
  website: z.optional(z.string()),
  contact: z.looseObject({ email: z.string() }),
});

const examples = readdirSync(folder).map((file) => {
  const posted: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return { file, posted, example: Example.parse(posted) };
});

/** How each language says, at the end of a title, that this is an example. */
const marks: Readonly<Record<string, string>> = {
  da: '(eksempel)',
  nb: '(eksempel)',
  nn: '(døme)',
  sv: '(exempel)',
  fi: '(esimerkki)',
  is: '(dæmi)',
  en: '(example)',
};

describe.each(examples)('$file', ({ posted, example }) => {
  const checked = checkContent(initiative, posted);

  test('fits the form', () => {
    expect(checked).toMatchObject({ kind: 'fits' });
  });

  test('raises no suspicion', () => {
    if (checked.kind !== 'fits') throw new Error('It does not fit the form');
    const verdict = screen(initiative.fields, checked.content, { honeypot: '', secondsOnPage: undefined });
    expect(verdict).toEqual({ kind: 'clean', reasons: [] });
  });

  test('says in its own language that it is an example', () => {
    expect(example.title.endsWith(` ${marks[example.language]}`)).toBe(true);
  });

  test('has addresses where no mail and no reader can arrive', () => {
    expect(example.contact.email).toMatch(/(\.example|[@.]example\.org)$/);
    const hosts = example.website === undefined ? [] : [new URL(example.website).hostname];
    expect(hosts.filter((host) => !/(\.example|[.]example\.org)$/.test(host))).toEqual([]);
  });
});

describe('the examples together', () => {
  const all = examples.map(({ example }) => example);

  test('are at least a dozen, each with a title of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  test('come from every country and territory', () => {
    const countries = new Set(all.flatMap((example) => example.countries));
    expect([...countries].sort()).toEqual(['AX', 'DK', 'FI', 'FO', 'GL', 'IS', 'NO', 'SE']);
  });

  test('are in at least six languages', () => {
    expect(new Set(all.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
  });
});
