import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { formTexts } from '#shared/pages/texts/form.ts';
import { controlsNamed } from '#test/shared/pages/markup.ts';
import { asJson, asPairs, asUrlencoded } from '#test/support/bodies.ts';
import { initiativeFields } from '#test/support/cases.ts';
import {
  answerOf,
  coldStart,
  environment,
  example,
  type Handler,
  posting,
  withHeaders,
} from '#test/support/functions.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const origin = 'https://www.nordicwelfare.example';
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

describe('other sites', () => {
  it('may post and read the answer when they are allowed, errors too', async () => {
    expect((await answerOf(submit, event('multipart'))).headers['access-control-allow-origin']).toBe(origin);
    const refused = await answerOf(submit, posting(asJson({}), { origin }));
    expect(refused).toMatchObject({ statusCode: 422, headers: { 'access-control-allow-origin': origin } });
  });

  it('are told beforehand what they may send', async () => {
    const { statusCode, headers } = await answerOf(submit, event('preflight'));
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({ 'access-control-allow-origin': origin, 'access-control-allow-methods': 'POST' });
    expect(headers['access-control-allow-headers']).toContain('idempotency-key');
  });

  const foreign = 'https://municipality.example';
  const asScript = { origin: foreign, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };
  const asPage = { ...asScript, 'sec-fetch-mode': 'navigate', accept: 'text/html' };
  const countItems = async () =>
    (await tables.documents.send(new ScanCommand({ TableName: submissionsTable, Select: 'COUNT' }))).Count;

  it.each([
    ['a script', asScript],
    ['a script that accepts pages', { ...asScript, accept: 'text/html' }],
    ['a script in a browser that says less', { origin: foreign }],
    ['a script of a sandboxed page', { ...asScript, origin: 'null' }],
  ])('that are not allowed store nothing and are told so in words they can read: %s', async (_what, headers) => {
    const before = await countItems();
    const answer = await answerOf(submit, posting(asJson(initiativeFields), headers));
    expect(answer).toMatchObject({ statusCode: 403, json: { code: 'cross-site' } });
    expect(answer.headers['access-control-allow-origin']).toBe(headers.origin);
    expect(await countItems()).toBe(before);
    const asked = await answerOf(submit, withHeaders(event('preflight'), headers));
    expect(asked).toMatchObject({ statusCode: 204, headers: { 'access-control-allow-methods': 'POST' } });
    expect(asked.headers['access-control-allow-origin']).toBe(headers.origin);
  });

  it.each([
    ['as browsers say', asPage],
    ['in a browser that says less', { origin: foreign, accept: 'text/html' }],
    ['without a referrer', { ...asPage, origin: 'null' }],
  ])('that are not allowed lead people to our form with what they typed, %s', async (_what, headers) => {
    const before = await countItems();
    const typed = asPairs({ ...initiativeFields, _key: 'a-key-of-the-other-site', _lang: 'fi' });
    const { statusCode, body } = await answerOf(submit, posting(asUrlencoded(typed), headers));
    expect(statusCode).toBe(403);
    expect(body).toContain('<html lang="fi"');
    expect(body).toContain(`value="${initiativeFields.title}"`);
    expect(body).toContain('value="a-key-of-the-other-site"');
    expect(body).toContain(formTexts.in('fi').sendFromHere);
    expect(body).not.toContain('aria-invalid');
    expect(await countItems()).toBe(before);
  });

  it('that are not allowed lead people to a page in words when what they typed cannot be read', async () => {
    const { statusCode, headers, body } = await answerOf(
      submit,
      posting({ type: 'text/csv', body: Buffer.from('a') }, asPage),
    );
    expect([statusCode, headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(body).toContain('href="/forms/initiative?lang=fi"');
  });

  it('do not hand on a key that is none', async () => {
    const { body } = await answerOf(submit, posting(asUrlencoded([['_key', 'short']]), asPage));
    expect(body).not.toContain('value="short"');
  });

  it.each([
    ['our own page', { origin: environment.ORIGIN }],
    ['our own page, which passes on no referrer', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['our own page in a browser that says less', { origin: 'null' }],
    ['our own page, framed without its origin', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['our own page at another address of ours', { origin: 'https://api.example', 'sec-fetch-site': 'same-origin' }],
    ['a site that is allowed', { origin, 'sec-fetch-site': 'cross-site' }],
    ['a program', {}],
  ])('are not what posts from %s', async (_what, headers) => {
    expect((await answerOf(submit, posting(asJson(initiativeFields), headers))).statusCode).toBe(202);
  });

  it('get people back only when they are allowed, who else see their receipt', async () => {
    const send = (redirect: string) =>
      answerOf(
        submit,
        posting(asUrlencoded([...asPairs(initiativeFields), ['_redirect', redirect]]), { accept: 'text/html' }),
      );
    expect((await send(`${origin}/thanks?a=1`)).headers['location']).toBe(`${origin}/thanks?a=1`);
    for (const redirect of [
      'https://evil.example',
      `${origin}.evil.example`,
      '//evil.example',
      'javascript:alert(1)',
      '/local',
    ]) {
      const { statusCode, headers } = await send(redirect);
      expect([statusCode, headers['location']], redirect).toEqual([303, expect.stringMatching(/\/status\/[\w-]{43}$/)]);
    }
  });
});

it('takes in what names no redirect, without judging one', async () => {
  const ORIGIN = 'https://clearing.example/sub';
  const elsewhere = { ...environment, ORIGIN, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint };
  const answer = await answerOf(await coldStart('intake/submit-form', elsewhere), posting(asJson(initiativeFields)));
  expect(answer.statusCode).toBe(202);
});

describe('describing forms', () => {
  it('lists them, and gives one as JSON Schema with labels in the asked language', async () => {
    const describeForms = await coldStart('intake/describe-forms');
    const all = await answerOf(describeForms, example('intake/describe-forms', 'all'));
    expect(all.json['items']).toContainEqual({
      id: 'initiative',
      name: expect.any(String),
      url: '/v1/forms/initiative',
    });
    const one = await answerOf(describeForms, example('intake/describe-forms', 'initiative'));
    expect(one).toMatchObject({
      statusCode: 200,
      headers: { 'access-control-allow-origin': origin, 'content-language': 'sv' },
    });
    expect(one.json).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
    expect(one.json['required']).toEqual(expect.arrayContaining(['title', 'contact', 'consent']));
    expect(one.json).toHaveProperty('properties.title.maxLength', 140);
  });

  it.each(['nothing', 'constructor', '__proto__'])(
    'knows none called %s, as sites that may post can read',
    async (form) => {
      const unknown = {
        statusCode: 404,
        headers: { 'access-control-allow-origin': origin },
        json: { code: 'unknown-form' },
      };
      const describeForms = await coldStart('intake/describe-forms');
      const asked = { ...example('intake/describe-forms', 'initiative'), pathParameters: { form } };
      expect(await answerOf(describeForms, asked)).toMatchObject(unknown);
      const posted = { ...posting(asJson({}), { origin }), pathParameters: { form } };
      expect(await answerOf(submit, posted)).toMatchObject(unknown);
    },
  );

  it('lets sites that may post read that something failed', async () => {
    vi.doMock('#shared/forms/json-schema.ts', () => ({
      describeForm: () => {
        throw new Error('a bug');
      },
    }));
    const describeForms = await coldStart('intake/describe-forms');
    vi.doUnmock('#shared/forms/json-schema.ts');
    const answer = await answerOf(describeForms, example('intake/describe-forms', 'initiative'));
    expect(answer).toMatchObject({ statusCode: 500, headers: { 'access-control-allow-origin': origin } });
  });
});

describe('the page of a form', () => {
  it('is empty, has a key of its own each time, and is kept only by its own browser', async () => {
    const showForm = await coldStart('intake/show-form');
    const [one, two] = [
      await answerOf(showForm, example('intake/show-form', 'initiative')),
      await answerOf(showForm, example('intake/show-form', 'initiative')),
    ];
    const headers = { 'cache-control': 'private, no-cache', 'content-language': 'nb' };
    expect(one).toMatchObject({ statusCode: 200, headers });
    const key = (body: string) =>
      /name="_key"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_key"/.exec(body)?.slice(1).find(Boolean);
    expect(key(one.body)).toMatch(/^[0-9a-f-]{36}$/);
    expect(key(two.body)).not.toBe(key(one.body));
  });

  it('shows what is posted to it, in the language that is chosen, and calls nothing wrong', async () => {
    const showForm = await coldStart('intake/show-form');
    const { statusCode, headers, body, cookies } = await answerOf(showForm, example('intake/show-form', 'filled-in'));
    expect([statusCode, headers['content-language'], cookies?.[0]?.slice(0, 8)]).toEqual([200, 'fi', 'lang=fi;']);
    expect(headers['cache-control']).toBe('private, no-cache');
    for (const value of ['Hej', 'Åsa', 'b7c1f7de-2f1c-4f0e-9b7e-0a1b2c3d4e5f', '2026-03-02T11:50:00.000Z'])
      expect(body).toContain(`value="${value}"`);
    expect(controlsNamed(body, 'themes').filter(({ checked }) => checked !== undefined)).toHaveLength(1);
    expect(body).not.toMatch(/aria-invalid|ds-error-summary/);
  });

  it('shows what was sent in before in the language in which it was asked for', async () => {
    const showForm = await coldStart('intake/show-form');
    const asked = { ...example('intake/show-form', 'filled-in'), rawQueryString: '' };
    expect((await answerOf(showForm, asked)).headers['content-language']).toBe('sv');
  });

  it('says in words that it cannot read what is posted', async () => {
    const showForm = await coldStart('intake/show-form');
    const asked = withHeaders(example('intake/show-form', 'filled-in'), { 'content-type': 'text/csv' });
    expect(await answerOf(showForm, asked)).toMatchObject({ statusCode: 415, headers: { 'content-language': 'fi' } });
  });
});
