import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createCaseStore } from '#shared/case/case-store.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';
import { problem } from '#shared/http/problem.ts';
import { fieldErrorText } from '#shared/http/refusals.ts';
import { asJson, asMultipart, asPairs, asUrlencoded } from '#test/support/bodies.ts';
import { content, initiativeFields } from '#test/support/cases.ts';
import { answerOf, coldStart, environment, example, type Handler, posting } from '#test/support/functions.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const states = mockClient(SFNClient);
let submit: Handler;
beforeAll(async () => {
  submit = await coldStart('intake/submit-form', { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint });
});
beforeEach(() => {
  states.reset();
  states.on(StartExecutionCommand).resolves({});
});

const event = (name: string) => example('intake/submit-form', name);
const stored = (id: unknown) => createCaseStore(tables.documents, submissionsTable).read(String(id));
const countItems = async () =>
  (await tables.documents.send(new ScanCommand({ TableName: submissionsTable, Select: 'COUNT' }))).Count;

describe('a submission', () => {
  it.each(['json', 'multipart'])('as %s is stored and answered 202 with its status address', async (name) => {
    const { statusCode, headers, json } = await answerOf(submit, event(name));
    expect(statusCode).toBe(202);
    expect(json).toMatchObject({ status: 'received', reference: expect.stringMatching(/^\w{4}-\w{4}$/) });
    expect(json['statusUrl']).toMatch(/^https:\/\/clearing\.example\/status\/[\w-]{43}$/);
    expect(headers['location']).toBe(json['statusUrl']);
    expect(headers['cache-control']).toBe('no-store');
    expect(await stored(json['id'])).toMatchObject({ status: 'received', round: { content }, language: 'sv' });
    expect(states.commandCalls(StartExecutionCommand)).toHaveLength(1);
  });

  it('from a page is redirected to the status page', async () => {
    const { statusCode, headers, body } = await answerOf(submit, event('urlencoded'));
    expect(statusCode).toBe(303);
    expect(headers['location']).toMatch(/^https:\/\/clearing\.example\/status\/[\w-]{43}$/);
    expect(body).toBe('');
  });

  it('is answered although the workflow does not start', async () => {
    states.on(StartExecutionCommand).rejects(new Error('down'));
    expect((await answerOf(submit, posting(asJson(initiativeFields)))).statusCode).toBe(202);
  });

  it.each([
    ['_lang', { _lang: 'fi' }, {}, 'fi'],
    ['what the client accepts', {}, { 'accept-language': 'nn' }, 'nb'],
    ['the language of the content', { language: 'fo' }, { 'accept-language': undefined }, 'da'],
  ])('is spoken about in %s', async (_what, fields, headers, language) => {
    const { json } = await answerOf(submit, posting(asJson({ ...initiativeFields, ...fields }), headers));
    expect(await stored(json['id'])).toMatchObject({ language });
  });

  it('that names no language that is spoken is answered in English', async () => {
    const { headers } = await answerOf(
      submit,
      posting(asJson({ language: 'constructor' }), { 'accept-language': 'de' }),
    );
    expect(headers['content-language']).toBe('en');
  });

  it('that looks like spam is answered like any other', async () => {
    const { statusCode, json } = await answerOf(
      submit,
      posting(asJson({ ...initiativeFields, subject_line: 'cheap' })),
    );
    expect(statusCode).toBe(202);
    expect(json['status']).toBe('received');
    expect(await stored(json['id'])).toMatchObject({ status: 'spam' });
    expect(states.commandCalls(StartExecutionCommand)).toEqual([]);
  });
});

describe('the same key', () => {
  it('in header, quoted header and field means the same submission', async () => {
    const asHeader = await answerOf(
      submit,
      posting(asJson(initiativeFields), { 'idempotency-key': 'key-of-the-first-post' }),
    );
    const quoted = await answerOf(
      submit,
      posting(asJson(initiativeFields), { 'idempotency-key': '"key-of-the-first-post"' }),
    );
    const asField = await answerOf(
      submit,
      posting(asUrlencoded([...asPairs(initiativeFields), ['_key', 'key-of-the-first-post']])),
    );
    for (const { statusCode, json } of [quoted, asField]) {
      expect(statusCode).toBe(202);
      expect(json).toMatchObject({ id: asHeader.json['id'], reference: asHeader.json['reference'] });
    }
  });

  it('with other content is refused', async () => {
    await answerOf(submit, posting(asJson(initiativeFields), { 'idempotency-key': 'key-of-other-content' }));
    const other = posting(asJson({ ...initiativeFields, title: 'Something else' }), {
      'idempotency-key': 'key-of-other-content',
    });
    expect(await answerOf(submit, other)).toMatchObject({ statusCode: 422, json: { code: 'idempotency-key-reused' } });
  });

  it.each(['', 'with a space in it', 'k'.repeat(15), 'k'.repeat(201)])(
    'is refused when it is none: %.10j',
    async (key) => {
      const { statusCode, json } = await answerOf(
        submit,
        posting(asJson(initiativeFields), { 'idempotency-key': key }),
      );
      expect([statusCode, json['code']]).toEqual([400, 'invalid-idempotency-key']);
    },
  );

  it('that is none gives a person the form again, with what was typed and a new key', async () => {
    const posted = posting(asUrlencoded([...asPairs(initiativeFields), ['_key', 'with a space in it']]), {
      accept: 'text/html',
    });
    const { statusCode, body } = await answerOf(submit, posted);
    expect(statusCode).toBe(400);
    expect(body).toContain(`value="${initiativeFields.title}"`);
    expect(body).not.toContain('value="with a space in it"');
  });
});

describe('what does not fit', () => {
  it.each([
    ['no JSON', { type: 'application/json', body: Buffer.from('{') }, 400, 'malformed-body'],
    ['no UTF-8', { type: 'application/json', body: Buffer.from([0x22, 0xff, 0x22]) }, 400, 'malformed-body'],
    ['too large', { type: 'application/json', body: Buffer.alloc(256 * 1024 + 1, ' ') }, 413, 'body-too-large'],
    ['of another type', { type: 'text/csv', body: Buffer.from('a,b') }, 415, 'unsupported-media-type'],
    ['empty', { type: 'application/json', body: Buffer.from('{}') }, 422, 'invalid-fields'],
  ])('is refused by name and stores nothing: %s', async (_what, sent, status, code) => {
    const before = await countItems();
    const { statusCode, headers, json } = await answerOf(submit, posting(sent));
    expect([statusCode, json['code']]).toEqual([status, code]);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['content-language']).toBe('sv');
    expect(await countItems()).toBe(before);
  });

  it('names each field, in the language of the sender', async () => {
    const fields = {
      ...initiativeFields,
      title: 'Hej',
      themes: Array(3000).fill('x'),
      extra: 1,
      contact: { name: 'Å', email: 'no' },
    };
    const { json } = await answerOf(submit, posting(asJson(fields), { 'accept-language': 'fi' }));
    expect(json['errors']).toEqual([
      { pointer: '/title', code: 'too-short', detail: expect.stringMatching(/./) },
      { pointer: '/themes', code: 'too-many', detail: expect.stringMatching(/./) },
      { pointer: '/contact/email', code: 'not-an-email', detail: expect.stringMatching(/./) },
      { pointer: '/extra', code: 'unknown-field', detail: expect.stringMatching(/./) },
    ]);
  });

  it('tells a person plainly that a field came more than once', async () => {
    const twice: [string, string][] = [
      ['title', 'Språkvänner igen'],
      ['contact[name]', 'Kim'],
      ['consent', 'on'],
      ['phase', 'ended'],
      ['funding.amount', '100'],
      ['funding.amount', '200'],
    ];
    const sent = asUrlencoded([...asPairs(initiativeFields), ...twice]);
    const { json } = await answerOf(submit, posting(sent, { 'accept-language': 'en' }));
    const paths = ['title', 'phase', 'funding.amount', 'contact.name', 'consent'];
    const texts = initiative.texts.in('en').fields;
    expect(json['errors']).toEqual(
      paths.map((path) => ({
        pointer: `/${path.replace('.', '/')}`,
        code: 'wrong-type',
        detail: fieldErrorText('wrong-type', { label: texts[path]?.label ?? '', isRepeated: true }, 'en'),
      })),
    );
  });

  it('is shown again on the page with every value kept, whatever the type of the body', async () => {
    const typed = {
      ...initiativeFields,
      title: 'Hej',
      organisation: 'Umeå & "kommun" <b>',
      contact: { name: 'Åsa', email: 'fel' },
    };
    const asPage = { accept: 'text/html' };
    for (const sent of [asJson(typed), asUrlencoded(asPairs(typed)), asMultipart(asPairs(typed))]) {
      const { statusCode, headers, body } = await answerOf(submit, posting(sent, asPage));
      expect(statusCode).toBe(422);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body).toContain('value="Hej"');
      expect(body).toContain('value="fel"');
      expect(body).toContain('Umeå &amp; &quot;kommun&quot; &lt;b');
      expect(body).toContain('talar svenska om vardagen.');
    }
  });

  it('is shown in another language when only that is asked for, with every value kept and nothing stored', async () => {
    const before = await countItems();
    const show = (fields: object) => {
      const sent = asUrlencoded(
        asPairs({ ...initiativeFields, _lang: 'sv', _key: 'kept-for-the-next-post', _action: 'show', ...fields }),
      );
      return answerOf(submit, { ...posting(sent, { accept: 'text/html' }), rawQueryString: 'lang=fi' });
    };
    const [fits, refused] = [await show({}), await show({ title: 'Hej' })];
    expect([fits.statusCode, refused.statusCode]).toEqual([200, 422]);
    for (const { headers, body, cookies } of [fits, refused]) {
      expect(headers['content-language']).toBe('fi');
      expect(cookies?.[0]).toMatch(/^lang=fi;/);
      expect(body).toContain(`value="${initiativeFields.organisation}"`);
      expect(body).toContain('value="kept-for-the-next-post"');
    }
    expect(fits.body).not.toContain('ds-error-summary');
    expect(refused.body).toContain('ds-error-summary');
    const further = await show({ title: 'Hej', _action: 'fill' });
    expect([further.statusCode, further.body.includes('ds-error-summary')]).toEqual([200, false]);
    expect(await countItems()).toBe(before);
  });

  it.each([
    ['too large', { type: 'application/json', body: Buffer.alloc(256 * 1024 + 1, ' ') }, 413],
    ['of another type', { type: 'text/csv', body: Buffer.from('a,b') }, 415],
  ])('leads in each language to the form, which can be had with GET: %s', async (_what, sent, status) => {
    const { statusCode, body } = await answerOf(submit, posting(sent, { accept: 'text/html' }));
    expect(statusCode).toBe(status);
    expect(body).toContain('href="/forms/initiative?lang=fi"');
    expect(body).not.toContain('/submissions');
  });

  it('of an unknown form is 404', async () => {
    for (const form of ['nothing', 'constructor', '__proto__']) {
      const answer = await answerOf(submit, { ...event('json'), pathParameters: { form } });
      expect([answer.statusCode, answer.json['code']]).toEqual([404, 'unknown-form']);
    }
  });
});

describe('when the table does not answer', () => {
  it('nothing is accepted: 503, and on the page every value is kept', async () => {
    const broken = await coldStart('intake/submit-form', {
      ...environment,
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
      AWS_MAX_ATTEMPTS: '1',
    });
    expect(await answerOf(broken, event('json'))).toMatchObject({ statusCode: 503, json: { code: 'unavailable' } });
    const page = await answerOf(broken, event('urlencoded'));
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('Språkvänner i Umeå');
  });
});

describe('when the table refuses the content for good', () => {
  let table: Server;
  let refused: Handler;
  beforeAll(async () => {
    table = createServer(async (request, response) => {
      const isHead = (await text(request)).includes('"sk":{"S":"case"}');
      response.statusCode = isHead ? 400 : 200;
      response.end(JSON.stringify(isHead ? { __type: 'com.amazon.coral.validate#ValidationException' } : {}));
    });
    await once(table.listen(0, '127.0.0.1'), 'listening');
    const address = z.object({ port: z.int() }).parse(table.address());
    const endpoint = `http://127.0.0.1:${address.port}`;
    refused = await coldStart('intake/submit-form', { ...environment, AWS_ENDPOINT_URL_DYNAMODB: endpoint });
  });
  afterAll(() => table.close());

  it('nobody is told to try again, and on the page every value is kept', async () => {
    const { statusCode, headers, json } = await answerOf(refused, event('json'));
    expect([statusCode, json['code']]).toEqual([422, 'not-storable']);
    expect(headers).not.toHaveProperty('retry-after');
    const page = await answerOf(refused, event('urlencoded'));
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('Språkvänner i Umeå');
    expect(page.body).not.toContain(problem('unavailable').textIn('sv').detail);
  });
});

describe('what is kept of a submission', () => {
  it('holds no status secret', async () => {
    const { json } = await answerOf(submit, posting(asJson(initiativeFields)));
    const Key = { pk: String(json['id']), sk: 'case' };
    const { Item } = await tables.documents.send(new GetCommand({ TableName: submissionsTable, Key }));
    expect(JSON.stringify(Item)).not.toContain(String(json['statusUrl']).slice(-43));
  });
});
