import { describe, expect, it } from 'vitest';
import { readBody } from '#shared/http/body.ts';
import { asJson, asMultipart, asUrlencoded, requestWith, type Sent } from '#test/support/bodies.ts';

const read = (type: string, body: string | Buffer) => readBody(requestWith({ type, body: Buffer.from(body) }));
const readSent = (sent: Sent) => readBody(requestWith(sent));
const browser = (...pairs: [string, string[]][]) => ({ kind: 'browser', fields: new Map(pairs) });
const refused = (code: string) => ({ kind: 'refused', code });

describe('a body', () => {
  it('is JSON when it says so, with or without a byte order mark', async () => {
    expect(await read('application/json', '{"a":[1]}')).toEqual({ kind: 'json', value: { a: [1] } });
    expect(await read('Application/JSON; charset=utf-8', '\ufeff{"a":1}')).toEqual({ kind: 'json', value: { a: 1 } });
  });

  it('gathers repeated names in order, urlencoded and multipart alike', async () => {
    const pairs = [
      ['themes', 'health'],
      ['title', 'Å & ø = 🌍'],
      ['themes', 'culture'],
    ] as const;
    const expected = browser(['themes', ['health', 'culture']], ['title', ['Å & ø = 🌍']]);
    expect(await readSent(asUrlencoded(pairs))).toEqual(expected);
    expect(await readSent(asMultipart(pairs))).toEqual(expected);
  });

  it('may be absent', async () => {
    expect(await read('', '')).toEqual(browser());
    expect(await read('application/x-www-form-urlencoded', '')).toEqual(browser());
  });

  it('keeps line breaks of a multipart text', async () => {
    expect(await readSent(asMultipart([['summary', 'one\r\ntwo\n']]))).toEqual(browser(['summary', ['one\r\ntwo\n']]));
  });

  it('leaves a file out that nobody asked for', async () => {
    const file = '--b\r\nContent-Disposition: form-data; name="x"; filename="x.txt"\r\n\r\nhello\r\n';
    const field = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
    expect(await read('multipart/form-data; boundary=b', file + field)).toEqual(browser(['a', ['1']]));
  });

  it.each([
    ['a file', 'name="x"; filename="logo.png"\r\nContent-Type: image/png'],
    ['a file whose name is not UTF-8', 'name="x"; filename="m\xe5l.png"'],
  ])('leaves %s out although it is no text', async (_what, disposition) => {
    const file = `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n\x89PNG\xff\r\n`;
    const field = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xc3\xa5\r\n--b--\r\n';
    const body = Buffer.from(file + field, 'latin1');
    expect(await read('multipart/form-data; boundary=b', body)).toEqual(browser(['a', ['å']]));
  });

  it('takes names like __proto__ for names', async () => {
    const fields = await readSent(
      asUrlencoded([
        ['__proto__', 'x'],
        ['constructor[prototype]', 'y'],
      ]),
    );
    expect(fields).toEqual(browser(['__proto__', ['x']], ['constructor[prototype]', ['y']]));
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it('holds as many parts as fit', async () => {
    const many = Array.from({ length: 3500 }, (): [string, string] => ['themes', 'health']);
    const sent = asMultipart(many, 'b');
    expect(sent.body.length).toBeLessThan(256 * 1024);
    expect(await readSent(sent)).toEqual(browser(['themes', many.map(([, value]) => value)]));
  });
});

describe('a body is refused', () => {
  it.each([
    ['text/plain', 'a=1'],
    ['application/xml', '<a/>'],
    ['application/jsonp', '{}'],
    ['', '{}'],
  ])('when its type is %j', async (type, body) => {
    expect(await read(type, body)).toEqual(refused('unsupported-media-type'));
  });

  it.each([
    ['JSON that is none', 'application/json', '{"a":'],
    ['JSON that is empty', 'application/json', ''],
    ['JSON in Latin-1', 'application/json', Buffer.from('{"a":"\u00e5"}', 'latin1')],
    ['JSON in UTF-16', 'application/json', Buffer.from('{"a":1}', 'utf16le')],
    ['an urlencoded Latin-1 letter', 'application/x-www-form-urlencoded', 'title=Ume%E5'],
    ['half an escaped letter', 'application/x-www-form-urlencoded', 'title=%C3&summary=%A5'],
    ['raw bytes that are not UTF-8', 'application/x-www-form-urlencoded', Buffer.from('title=Ume\u00e5', 'latin1')],
    ['multipart without a boundary', 'multipart/form-data', '--b--'],
    [
      'multipart that breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
    ],
    [
      'multipart that breaks off in a file',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhello',
    ],
    ['multipart that is none', 'multipart/form-data; boundary=b', 'a=1'],
  ])('as malformed: %s', async (_what, type, body) => {
    expect(await read(type, body)).toEqual(refused('malformed-body'));
  });

  it('as malformed: multipart in Latin-1', async () => {
    const latin1 = Buffer.from(asMultipart([['title', 'Umeå']]).body.toString(), 'latin1');
    expect(await read('multipart/form-data; boundary=a1b2c3', latin1)).toEqual(refused('malformed-body'));
  });

  it('as malformed: multipart with a name in Latin-1', async () => {
    const latin1 = Buffer.from(asMultipart([['titlå', 'Umea']]).body.toString(), 'latin1');
    expect(await read('multipart/form-data; boundary=a1b2c3', latin1)).toEqual(refused('malformed-body'));
  });

  it('above 256 KB, whatever it is', async () => {
    const large = Buffer.alloc(256 * 1024 + 1, 'a');
    for (const type of [
      'application/json',
      'multipart/form-data; boundary=b',
      'application/x-www-form-urlencoded',
      '',
    ]) {
      expect(await read(type, large)).toEqual(refused('body-too-large'));
    }
    const allowed = `"${'a'.repeat(256 * 1024 - 2)}"`;
    expect((await read('application/json', allowed)).kind).toBe('json');
  });
});

describe('a body nested a hundred thousand deep', () => {
  it('is read or refused, never a crash', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect((await read('application/json', deep)).kind).toBe('json');
    expect(await read('application/json', '['.repeat(200_000))).toEqual(refused('malformed-body'));
    expect(await readSent(asJson({ a: 1 }))).toEqual({ kind: 'json', value: { a: 1 } });
  });
});
