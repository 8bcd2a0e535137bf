import { describe, expect, it } from 'vitest';
import { checkContent } from '#shared/forms/form.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';
import { readBody } from '#shared/http/body.ts';
import { readPosted } from '#shared/http/posted-form.ts';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import {
  asJson,
  asMultipart,
  asPairs,
  asUrlencoded,
  type Pairs,
  requestWith,
  type Sent,
} from '#test/support/bodies.ts';
import { content, initiativeFields } from '#test/support/cases.ts';

async function posted(sent: Sent) {
  const body = await readBody(requestWith(sent));
  if (body.kind === 'refused') throw new Error(body.code);
  return readPosted(initiative, body);
}
const outcome = async (sent: Sent) => checkContent(initiative, (await posted(sent)).content);
const browser = (...pairs: Pairs) => posted(asUrlencoded(pairs));

const everything = {
  ...initiativeFields,
  description: 'Rad ett\nRad två',
  targetGroups: ['refugees', 'women'],
  goals: ['ncm-2021-2024:7'],
  endDate: '2026-12-31',
  website: 'https://umea.example/sprak',
  funding: { source: 'EU', amount: 1000.5, currency: 'EUR' },
  contact: { ...initiativeFields.contact, role: 'Samordnare', public: true },
};

describe('the same fields have the same outcome', () => {
  it.each([
    ['the required fields', initiativeFields],
    ['every field', everything],
    ['a code that is none', { ...everything, phase: 'done' }],
    ['one code too many', { ...everything, themes: ['health', 'culture', 'housing', 'language'] }],
    ['two thousand codes', { ...everything, targetGroups: Array(2000).fill('women') }],
    ['a code twice', { ...everything, countries: ['SE', 'SE'] }],
    ['a control character', { ...everything, title: 'Språk\u0007vänner' }],
    ['an end before the start', { ...everything, endDate: '2024-01-01' }],
    ['a negative sum', { ...everything, funding: { amount: -5 } }],
  ])('in JSON, urlencoded and multipart: %s', async (_what, fields) => {
    const inJson = await outcome(asJson(fields));
    expect(await outcome(asUrlencoded(asPairs(fields)))).toEqual(inJson);
    expect(await outcome(asMultipart(asPairs(fields)))).toEqual(inJson);
  });

  it('whether a group is written with dots or brackets, and a list with brackets or without', async () => {
    const pairs = asPairs(everything).map(([name, value]): [string, string] => [
      name.includes('.')
        ? name.replace(/\.(.*)/, '[$1]')
        : Array.isArray(new Map(Object.entries(everything)).get(name))
          ? `${name}[]`
          : name,
      value,
    ]);
    expect(pairs.map(([name]) => name)).toEqual(expect.arrayContaining(['contact[name]', 'themes[]']));
    expect(await outcome(asUrlencoded(pairs))).toEqual(await outcome(asJson(everything)));
  });
});

describe('what a browser posts', () => {
  it.each([
    ['true', true],
    ['on', true],
    ['1', true],
    ['false', false],
    ['off', false],
    ['0', false],
    ['yes', 'yes'],
  ])('%j in a box means %j', async (typed, meant) => {
    expect((await browser(['consent', typed])).content).toMatchObject({ consent: meant });
  });

  it('lacks boxes that are not ticked, fields left empty and groups left empty', async () => {
    const { content: read } = await browser(['title', ''], ['website', ''], ['themes', ''], ['funding.source', '']);
    expect(read).toEqual({ contact: { public: false }, consent: false });
  });

  it('has one value for a list of one, and several values for one field are refused', async () => {
    const { content: read } = await browser(['themes', 'health'], ['title', 'One title'], ['title', 'Another']);
    expect(read).toMatchObject({ themes: ['health'], title: ['One title', 'Another'] });
  });

  it.each([
    ['1000', 1000],
    ['1 000,50', 1000.5],
    ['1\u00a0000.5', 1000.5],
    ['-3', -3],
    ['1,000', '1,000'],
    ['1.000', '1.000'],
    ['1.000,50', '1.000,50'],
    ['1e9', '1e9'],
    ['0x10', '0x10'],
    ['many', 'many'],
  ])('the sum %j is read as %j', async (typed, read) => {
    expect((await browser(['funding.amount', typed])).content).toMatchObject({ funding: { amount: read } });
  });

  it('is ignored where no form asks for it, whatever its name', async () => {
    const extra = [
      '__proto__',
      'constructor',
      'contact.__proto__',
      '__proto__[public]',
      'contact[constructor][name]',
      'utm_source',
    ];
    const pairs = [...asPairs(initiativeFields), ...extra.map((name): [string, string] => [name, 'on'])];
    for (const sent of [asUrlencoded(pairs), asMultipart(pairs)]) {
      expect(await outcome(sent)).toEqual({ kind: 'fits', content });
    }
    expect(Object.prototype).not.toHaveProperty('public');
  });
});

describe('what a program posts', () => {
  it('is refused by name where no form asks for it, __proto__ too', async () => {
    const body = Buffer.from(JSON.stringify(initiativeFields).replace('{', '{"__proto__":{"consent":true},"extra":1,'));
    expect(await outcome({ type: 'application/json', body })).toEqual({
      kind: 'refused',
      errors: [
        { pointer: '/__proto__', code: 'unknown-field' },
        { pointer: '/extra', code: 'unknown-field' },
      ],
    });
  });

  it('is read as the browser types it, so that the page of errors can keep it', async () => {
    const { values } = await posted(asJson({ ...everything, extra: 'x', lessons: [['deep']], results: null }));
    const urlencoded = await posted(asUrlencoded(asPairs(everything)));
    expect(new Map([...values].sort())).toEqual(new Map([...urlencoded.values].sort()));
  });

  it.each([null, [], 'text', 5])('%j is left as it is for the form to refuse', async (value) => {
    const read = await posted(asJson(value));
    expect(read.content).toEqual(value);
    expect(read.values).toEqual(new Map());
  });
});

describe('what is sent beside the content', () => {
  const controls = {
    _key: 'key-of-a-test-0001',
    _redirect: 'https://a.example',
    _lang: 'fi',
    subject_line: 'y',
    _shown: 'now',
    _action: 'save',
    _hold: '1',
    altcha: 'x',
  };

  it('is accepted in every kind of body and is no content', async () => {
    for (const sent of [
      asJson({ ...initiativeFields, ...controls }),
      asUrlencoded(asPairs({ ...initiativeFields, ...controls })),
      asMultipart(asPairs({ ...initiativeFields, ...controls })),
    ]) {
      expect((await posted(sent)).controls).toEqual(controls);
      expect(await outcome(sent)).toEqual({ kind: 'fits', content });
    }
  });

  it('counts as absent when empty, and a number as its digits', async () => {
    for (const sent of [
      asJson({ _key: '', _lang: 5 }),
      asUrlencoded([
        ['_key', ''],
        ['_lang', '5'],
      ]),
    ]) {
      expect((await posted(sent)).controls).toMatchObject({ _key: undefined, _lang: '5' });
    }
  });
});

describe('stored content', () => {
  it('fills a form with the values that, posted again, give the same content', async () => {
    const first = await outcome(asJson(everything));
    if (first.kind === 'refused') throw new Error('The example does not fit its form');
    const pairs = [...valuesOfContent(first.content)].flatMap(([name, all]) =>
      all.map((one): [string, string] => [name, one]),
    );
    expect(await outcome(asUrlencoded(pairs))).toEqual(first);
  });
});
