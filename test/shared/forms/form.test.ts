import { describe, expect, it } from 'vitest';
import { flag, group, line, mailAddress } from '#shared/forms/fields.ts';
import { checkContent, fieldAt, publicContent } from '#shared/forms/form.ts';
import { findForm, formOf, offeredForms } from '#shared/forms/forms.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';
import { explain } from '#shared/http/refusals.ts';
import { content, initiativeFields } from '#test/support/cases.ts';

const check = (changes: Record<string, unknown>) => checkContent(initiative, { ...initiativeFields, ...changes });
const refusals = (posted: unknown) => {
  const checked = checkContent(initiative, posted);
  return checked.kind === 'refused' ? checked.errors : [];
};
const fromText = (json: string): unknown => JSON.parse(json);

describe('the form initiative', () => {
  it('takes what is required and nothing else, and fills in what is absent', () => {
    expect(check({})).toEqual({ kind: 'fits', content });
  });

  it('takes an empty list for none', () => {
    expect(check({ targetGroups: [], goals: [] })).toStrictEqual(check({}));
  });

  it('names each required field that is absent', () => {
    const required = 'title summary language countries actorType organisation themes phase startDate contact consent';
    expect(refusals({})).toEqual(
      expect.arrayContaining(required.split(' ').map((name) => ({ pointer: `/${name}`, code: 'required' }))),
    );
    expect(refusals({})).toHaveLength(11);
  });

  it.each([
    ['title', 'a'.repeat(4), 'too-short'],
    ['title', 'a'.repeat(141), 'too-long'],
    ['title', 'two\nlines', 'line-break'],
    ['summary', 'a'.repeat(19), 'too-short'],
    ['summary', 'a'.repeat(601), 'too-long'],
    ['description', 'a'.repeat(8001), 'too-long'],
    ['results', 'a'.repeat(4001), 'too-long'],
    ['lessons', 'a'.repeat(4001), 'too-long'],
    ['transferability', 'a'.repeat(4001), 'too-long'],
    ['organisation', 'a', 'too-short'],
    ['organisation', 'a'.repeat(141), 'too-long'],
    ['language', 'xx', 'unknown-code'],
    ['countries', [], 'required'],
    ['countries', ['SE', 'SE'], 'listed-twice'],
    ['themes', ['health', 'culture', 'housing', 'language'], 'too-many'],
    ['targetGroups', 'refugees', 'wrong-type'],
    ['phase', 'done', 'unknown-code'],
    ['startDate', 'soon', 'not-a-date'],
    ['website', 'http://umea.example', 'not-a-url'],
    ['consent', false, 'must-agree'],
    ['contact', 'Åsa', 'wrong-type'],
  ] as const)('refuses %s %j as %s', (name, value, code) => {
    expect(check({ [name]: value })).toEqual({ kind: 'refused', errors: [{ pointer: `/${name}`, code }] });
  });

  it('takes each field at its longest', () => {
    const longest = {
      title: 'å'.repeat(140),
      summary: '🌍'.repeat(600),
      description: 'd\n'.repeat(4000).trim(),
      organisation: 'o'.repeat(140),
    };
    const texts = { results: 'r'.repeat(4000), lessons: 'l'.repeat(4000), transferability: 't'.repeat(4000) };
    expect(check({ ...longest, ...texts }).kind).toBe('fits');
  });

  it('takes goals by their set and number', () => {
    expect(check({ goals: ['ncm-2021-2024:7'] }).kind).toBe('fits');
    expect(check({ goals: ['7', 'ncm-2021-2024:99'] })).toEqual({
      kind: 'refused',
      errors: [
        { pointer: '/goals/0', code: 'unknown-code' },
        { pointer: '/goals/1', code: 'unknown-code' },
      ],
    });
  });

  it('refuses an end before the start, at the end', () => {
    expect(check({ endDate: '2025-08-31' })).toEqual({
      kind: 'refused',
      errors: [{ pointer: '/endDate', code: 'before-start' }],
    });
    expect(check({ endDate: '2025-09-01' }).kind).toBe('fits');
  });

  it('points into groups', () => {
    expect(check({ contact: { name: '', email: 'nowhere' } })).toEqual({
      kind: 'refused',
      errors: [
        { pointer: '/contact/name', code: 'required' },
        { pointer: '/contact/email', code: 'not-an-email' },
      ],
    });
    expect(check({ funding: { amount: -1, currency: 'kr', donor: 'x' } })).toEqual({
      kind: 'refused',
      errors: [
        { pointer: '/funding/amount', code: 'out-of-range' },
        { pointer: '/funding/currency', code: 'not-a-currency' },
        { pointer: '/funding/donor', code: 'unknown-field' },
      ],
    });
  });
});

describe('what no form asks for', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'status', 'id', ''])(
    'is refused by its name: %j',
    (name) => {
      const posted = fromText(`{"title":"Ab cd ef",${JSON.stringify(name)}:{"polluted":true}}`);
      expect(refusals(posted)).toContainEqual({ pointer: `/${name}`, code: 'unknown-field' });
      expect(Object.prototype).not.toHaveProperty('polluted');
    },
  );

  it('is refused by its name inside a group too', () => {
    const posted = {
      ...initiativeFields,
      contact: fromText('{"name":"Åsa","email":"a@umea.example","__proto__":{"public":true}}'),
    };
    expect(refusals(posted)).toEqual([{ pointer: '/contact/__proto__', code: 'unknown-field' }]);
  });

  it('is called by its own name, not by that of its group', () => {
    const posted = { ...initiativeFields, contact: { ...initiativeFields.contact, 'a/b': 1 } };
    const [refusal] = explain(initiative, refusals(posted), new Map(), 'en');
    expect(refusal).toMatchObject({ pointer: '/contact/a~1b', path: '', detail: expect.stringContaining('“a/b”') });
  });

  it('has its name escaped in the pointer (RFC 6901) and cut when endless', () => {
    expect(refusals({ ...initiativeFields, 'a/b~c': 1 })).toEqual([{ pointer: '/a~1b~0c', code: 'unknown-field' }]);
    expect(refusals({ ...initiativeFields, ['x'.repeat(5000)]: 1 })[0]?.pointer.length).toBeLessThan(200);
  });

  it('is answered with few errors even when there are thousands', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`x${at}`, at]));
    expect(refusals({ ...initiativeFields, ...many }).length).toBeLessThanOrEqual(20);
  });

  it.each([null, [], 'text', 5, true])('is refused as a whole when it is no object: %j', (posted) => {
    expect(refusals(posted)).toEqual([{ pointer: '', code: 'wrong-type' }]);
  });

  it('may be nested as deep as it will', () => {
    const deep: unknown = fromText('['.repeat(50_000) + ']'.repeat(50_000));
    expect(refusals({ ...initiativeFields, title: deep })).toEqual([{ pointer: '/title', code: 'wrong-type' }]);
    expect(refusals({ ...initiativeFields, themes: deep })).toEqual([{ pointer: '/themes/0', code: 'wrong-type' }]);
    expect(refusals({ ...initiativeFields, contact: deep })).toEqual([{ pointer: '/contact', code: 'wrong-type' }]);
  });
});

describe('the public part of a content', () => {
  it('leaves out the consent, and the contact unless its owner made it public', () => {
    expect(publicContent(initiative, content)).not.toHaveProperty('consent');
    expect(publicContent(initiative, content)).not.toHaveProperty('contact');
    const open = { ...content, contact: { ...content.contact, public: true } };
    expect(publicContent(initiative, open)['contact']).toEqual(open.contact);
    expect(JSON.stringify(publicContent(initiative, content))).not.toContain('asa.oberg');
  });
});

describe('the field at a pointer', () => {
  it.each([
    ['/title', 'title'],
    ['/contact/name', 'contact.name'],
    ['/themes/2', 'themes'],
    ['/contact', 'contact'],
    ['/contact/nothing', 'contact'],
  ])('%s is %s', (pointer, path) => {
    expect(fieldAt(initiative, pointer)?.path).toBe(path);
  });

  it.each(['', '/', '/nothing', '/__proto__', '/constructor'])('%j is none', (pointer) => {
    expect(fieldAt(initiative, pointer)).toBeUndefined();
  });
});

describe('the offered forms', () => {
  it('are found by their id and by nothing else', () => {
    expect(offeredForms().map(({ id }) => id)).toContain('initiative');
    expect(findForm('initiative')).toBe(initiative);
    for (const id of ['', 'Initiative', 'constructor', '__proto__']) expect(findForm(id)).toBeUndefined();
  });

  it('must not lose one that has cases', () => {
    expect(() => formOf('gone')).toThrow('no longer defined');
  });

  it.each(offeredForms())('$id shows each of its fields once, each with its texts', ({ fields, sections, texts }) => {
    expect(sections.flatMap((section) => section.fields).sort()).toEqual(Object.keys(fields).sort());
    const asked = Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'group' ? Object.keys(field.fields).map((part) => `${name}.${part}`) : [name],
    );
    expect(Object.keys(texts.in('en').fields)).toEqual(expect.arrayContaining(asked));
  });
});

describe('another form', () => {
  it('keeps what it asks of its contact beside what every form asks', () => {
    const contact = group({ name: line(1, 140), email: mailAddress(), phone: line(5, 30), public: flag() });
    const other = { ...initiative, fields: { ...initiative.fields, contact } };
    const posted = { ...initiativeFields, contact: { name: 'Åsa', email: 'asa@umea.example', phone: '+46 90 123 45' } };
    expect(checkContent(other, posted)).toMatchObject({ content: { contact: { phone: '+46 90 123 45' } } });
  });
});
