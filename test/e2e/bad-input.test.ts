import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example } from '#test/support/story.ts';
import { type Answer, post, send } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { snapshot, formAddress } = await startWorld();

const good = example('nordic-border-job-fair');
const json = { 'content-type': 'application/json' };
const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  send(formAddress, { method: 'POST', body, headers });
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([field]) => field !== name));

let before: Awaited<ReturnType<typeof snapshot>>;
beforeAll(async () => {
  before = await snapshot();
});
afterAll(async () => {
  // Nothing in this file is taken in, so nothing may be left of it.
  if (JSON.stringify(await snapshot()) !== JSON.stringify(before))
    throw new Error('A refused post left something behind');
});

describe('A body that cannot be read', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const notUtf8 = new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
  test.each<[string, number, string, () => Promise<Answer>]>([
    ['is not JSON', 400, 'malformed-body', () => raw('{"title": ')],
    ['is empty', 400, 'malformed-body', () => raw('')],
    ['is not UTF-8', 400, 'malformed-body', () => raw(notUtf8)],
    [
      'is urlencoded and not UTF-8',
      400,
      'malformed-body',
      () => raw('title=%ff%fe', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    [
      'is multipart without a boundary',
      400,
      'malformed-body',
      () => raw('x', { 'content-type': 'multipart/form-data' }),
    ],
    [
      'is multipart and torn off',
      400,
      'malformed-body',
      () =>
        raw('--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nabc', {
          'content-type': 'multipart/form-data; boundary=b',
        }),
    ],
    [
      'is larger than 256 KB',
      413,
      'body-too-large',
      () => raw(JSON.stringify({ ...good, description: 'a'.repeat(260 * 1024) })),
    ],
    ['is text', 415, 'unsupported-media-type', () => raw(JSON.stringify(good), { 'content-type': 'text/plain' })],
    ['is XML', 415, 'unsupported-media-type', () => raw('<a/>', { 'content-type': 'application/xml' })],
    ['is nested without end', 422, 'invalid-fields', () => raw(`{"title": ${deep}}`)],
  ])('because it %s', async (_, status, code, ask) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status, json: { status, code } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  test('because the gateway stops at 10 MB', async () => {
    expect((await raw('a'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
  });
});

describe('A field that does not fit is refused by its pointer', () => {
  const many = (count: number) => Array.from({ length: count }, () => 'x');
  test.each<[string, unknown, string, string]>([
    ...[
      'title',
      'summary',
      'language',
      'countries',
      'actorType',
      'organisation',
      'themes',
      'phase',
      'startDate',
      'contact',
      'consent',
    ].map((name): [string, unknown, string, string] => [`${name} is missing`, without(name), `/${name}`, 'required']),
    ['an unknown field', { ...good, colour: 'red' }, '/colour', 'unknown-field'],
    [
      'an unknown field in a group',
      { ...good, contact: { ...good.contact, phone: '1' } },
      '/contact/phone',
      'unknown-field',
    ],
    [
      'a name that JavaScript is touchy about',
      JSON.parse(`{"__proto__": {"a": 1}, ${JSON.stringify(good).slice(1)}`),
      '/__proto__',
      'unknown-field',
    ],
    [
      'a touchy name in a group',
      { ...good, contact: JSON.parse(`{"__proto__": 1, ${JSON.stringify(good.contact).slice(1)}`) },
      '/contact/__proto__',
      'unknown-field',
    ],
    ['another touchy name', { ...good, constructor: { prototype: {} } }, '/constructor', 'unknown-field'],
    ['a title too short', { ...good, title: 'Oj' }, '/title', 'too-short'],
    ['a title too long', { ...good, title: 'a'.repeat(141) }, '/title', 'too-long'],
    ['a title of blanks', { ...good, title: '        ' }, '/title', 'required'],
    ['a title of the wrong type', { ...good, title: 7 }, '/title', 'wrong-type'],
    ['a title that is a group', { ...good, title: { a: 1 } }, '/title', 'wrong-type'],
    ['a title of two lines', { ...good, title: 'One line\nand another' }, '/title', 'line-break'],
    ['a title with a control character', { ...good, title: 'A bell \u0007 rings' }, '/title', 'control-character'],
    ['a summary with a null', { ...good, summary: `${'a'.repeat(30)}\u0000` }, '/summary', 'control-character'],
    [
      'a name that would be another header',
      { ...good, contact: { ...good.contact, name: 'A\r\nBcc: b@c.example' } },
      '/contact/name',
      'line-break',
    ],
    ['a wrong code', { ...good, actorType: 'king' }, '/actorType', 'unknown-code'],
    ['a wrong code in a list', { ...good, countries: ['SE', 'XX'] }, '/countries/1', 'unknown-code'],
    ['a list of nothing', { ...good, countries: [] }, '/countries', 'required'],
    ['a list with a code twice', { ...good, countries: ['SE', 'SE'] }, '/countries', 'listed-twice'],
    ['four themes', { ...good, themes: ['housing', 'health', 'language', 'culture'] }, '/themes', 'too-many'],
    ['thousands of codes', { ...good, targetGroups: many(5000) }, '/targetGroups', 'too-many'],
    ['a code that is no list', { ...good, countries: 'SE' }, '/countries', 'wrong-type'],
    ['a day that does not exist', { ...good, startDate: '2026-02-30' }, '/startDate', 'not-a-date'],
    [
      'an end before the start',
      { ...good, startDate: '2026-02-02', endDate: '2026-02-01' },
      '/endDate',
      'before-start',
    ],
    ['no agreement', { ...good, consent: false }, '/consent', 'must-agree'],
    [
      'an address without an at',
      { ...good, contact: { ...good.contact, email: 'somebody' } },
      '/contact/email',
      'not-an-email',
    ],
    [
      'two addresses',
      { ...good, contact: { ...good.contact, email: 'a@b.example,c@d.example' } },
      '/contact/email',
      'not-an-email',
    ],
    ['a website without https', { ...good, website: 'http://a.example' }, '/website', 'not-a-url'],
    ['a website that is a script', { ...good, website: 'javascript:alert(1)' }, '/website', 'not-a-url'],
    ['less than no money', { ...good, funding: { amount: -1 } }, '/funding/amount', 'out-of-range'],
    ['less than a hundredth', { ...good, funding: { amount: 1e-140 } }, '/funding/amount', 'wrong-type'],
    ['a currency that is none', { ...good, funding: { currency: 'kr' } }, '/funding/currency', 'not-a-currency'],
  ])('%s', async (_, body, pointer, code) => {
    const answer = await post(formAddress, Object(body), { language: 'en' });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-fields' } });
    expect(answer.json).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) });
  });

  test('with a sentence in the asked language', async () => {
    const detail = async (language: string) => {
      const { json: problem } = await post(formAddress, without('title'), { language });
      return JSON.stringify(problem);
    };
    const said = await Promise.all(['en', 'da', 'nb', 'sv', 'fi', 'is'].map(detail));
    expect(new Set(said).size).toBe(6);
  });

  test('every one of them at once', async () => {
    const answer = await post(formAddress, { title: 'Oj', countries: ['XX'], nonsense: 1 });
    const pointers = JSON.stringify(answer.json).match(/"pointer":"[^"]*"/g) ?? [];
    for (const pointer of ['/title', '/countries/0', '/nonsense', '/summary', '/contact', '/consent']) {
      expect(pointers).toContain(`"pointer":"${pointer}"`);
    }
  });

  test('in the same words whatever the encoding', async () => {
    const wrong = { ...good, title: 'Oj', themes: ['housing', 'nonsense'], startDate: '2026-02-30' };
    const answers = await Promise.all(
      (['json', 'urlencoded', 'multipart'] as const).map((as) => post(formAddress, wrong, { as, language: 'sv' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(answers[1]?.json).toEqual(answers[0]?.json);
    expect(answers[2]?.json).toEqual(answers[0]?.json);
  });
});

describe('A browser gets the form again', () => {
  test.each(['urlencoded', 'multipart'] as const)('%s, with every value that was typed', async (as) => {
    const typed = {
      ...good,
      title: 'A "quoted" <b>title</b> & more\u0007',
      summary: 'Two lines\nof "text" </textarea><script>alert(1)</script>',
      startDate: 'last week',
      contact: { ...good.contact, email: "o'hara@@example" },
    };
    const answer = await post(formAddress, typed, { as, html: true, language: 'da' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.text).toContain('lang="da"');
    expect(answer.text).not.toContain('<script>alert');
    const shown = answer.text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    for (const value of [
      'A "quoted" <b>title</b> & more',
      'of "text" </textarea><script>',
      'last week',
      "o'hara@@example",
      'Twin Valley Employment Partnership',
    ]) {
      expect(shown).toContain(value);
    }
    expect(answer.text).toMatch(/<input[^>]*(value="SE"[^>]*checked|checked[^>]*value="SE")/);
  });

  test('or a page that says what is wrong with the request as a whole', async () => {
    const answer = await send(formAddress, {
      method: 'POST',
      body: '<a/>',
      headers: { 'content-type': 'application/xml', accept: 'text/html', 'accept-language': 'fi' },
    });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.text).toContain('lang="fi"');
  });
});
