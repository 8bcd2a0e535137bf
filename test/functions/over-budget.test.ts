import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCaseStore } from '#shared/case/case-store.ts';
import { proverHref } from '#shared/pages/asset-names.ts';
import { asJson, asPairs, asUrlencoded } from '#test/support/bodies.ts';
import { initiativeFields } from '#test/support/cases.ts';
import { answerOf, coldStart, environment, example, type Handler, limits, posting } from '#test/support/functions.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const states = mockClient(SFNClient);
const { perNetwork } = limits.posts;
let submit: Handler;
let challenge: Handler;
let networks = 0;
let address = '';

beforeAll(async () => {
  const env = { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint };
  Object.assign(limits.posts, { perNetwork: 2 });
  challenge = await coldStart('intake/make-challenge', env);
  submit = await coldStart('intake/submit-form', env);
  return () => Object.assign(limits.posts, { perNetwork });
});
beforeEach(async () => {
  states.reset();
  states.on(StartExecutionCommand).resolves({});
  networks += 1;
  address = `198.51.100.${networks}`;
  for (let post = 0; post < 2; post += 1) await send({});
});

/** Posts from the network of the test; in a browser, if it says so. */
async function send(fields: object, isBrowser = false) {
  const body = { ...initiativeFields, ...fields };
  const sent = isBrowser ? asUrlencoded(asPairs(body)) : asJson(body);
  const event = { ...posting(sent, isBrowser ? { accept: 'text/html', 'sec-fetch-site': 'same-origin' } : {}) };
  const http = { method: 'POST', path: '/v1/forms/initiative/submissions', sourceIp: address };
  return answerOf(submit, { ...event, requestContext: { http } });
}

async function solved(): Promise<string> {
  const answer = await answerOf(challenge, example('intake/make-challenge', 'initiative'));
  const given = JSON.parse(answer.body);
  const solution = await solveChallenge({ challenge: given, deriveKey });
  return Buffer.from(JSON.stringify({ challenge: given, solution })).toString('base64');
}

describe('a program over the budget of its network', () => {
  it('is told how to go on, when, and what its budget is; nothing of the post is stored', async () => {
    const { statusCode, headers, json } = await send({});
    expect(statusCode).toBe(429);
    expect(json).toMatchObject({ code: 'proof-of-work-required', challengeUrl: '/v1/challenge?form=initiative' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(headers['ratelimit-policy']).toBe('"network";q=2;w=600');
    expect(headers['ratelimit']).toMatch(/^"network";r=0;t=\d+$/);
    expect(states.commandCalls(StartExecutionCommand)).toHaveLength(2);
  });

  it('gets through with a solved challenge, as if there were no budget', async () => {
    const { statusCode, json } = await send({ altcha: await solved() });
    expect(statusCode).toBe(202);
    expect(await stored(json['id'])).toMatchObject({ status: 'received' });
  });

  it('is refused over ten times it', async () => {
    for (let post = 2; post < 20; post += 1) await send({});
    expect(await send({ altcha: await solved() })).toMatchObject({ statusCode: 429, json: { code: 'too-many' } });
  });
});

describe('a person over the budget of their network', () => {
  it('gets the form back with every value, and a script of ours that only this page may run', async () => {
    const { statusCode, headers, body } = await send({}, true);
    expect(statusCode).toBe(429);
    for (const value of [initiativeFields.title, initiativeFields.contact.email, initiativeFields.summary])
      expect(body).toContain(value);
    expect(body).toContain(`<script src="${proverHref}" data-challenge="/v1/challenge?form=initiative">`);
    for (const source of ['script-src', 'connect-src', 'worker-src'])
      expect(headers['content-security-policy']).toContain(`${source} 'self'`);
    expect(headers['retry-after']).toBeDefined();
  });

  it('is not sent round in a circle: after a proof in vain no script tries again', async () => {
    const { statusCode, body, headers } = await send({ altcha: 'no proof' }, true);
    expect(statusCode).toBe(429);
    expect(body).not.toContain('<script');
    expect(body).toContain('name="_hold"');
    expect(headers['content-security-policy']).toBeDefined();
  });

  it('can have a person look first: it is stored and held, and nothing is started', async () => {
    const { statusCode, headers } = await send({ _hold: '1' }, true);
    expect(statusCode).toBe(303);
    expect(headers['location']).toMatch(/\/status\//);
    const { json } = await send({ _hold: '1' });
    expect(await stored(json['id'])).toMatchObject({
      status: 'spam',
      held: { why: 'flood' },
      facts: [{ what: 'held', reason: 'flood' }],
    });
    expect(states.commandCalls(StartExecutionCommand)).toHaveLength(2);
  });
});

it('a post with our own address as its contact is refused, whatever is sent', async () => {
  const contact = { ...initiativeFields.contact, email: 'No-Reply@clearing.example' };
  expect(await send({ contact })).toMatchObject({
    statusCode: 422,
    json: { errors: [{ pointer: '/contact/email' }] },
  });
});

it('there is no challenge for a form that is none', async () => {
  const event = { ...example('intake/make-challenge', 'initiative'), rawQueryString: 'form=nothing' };
  expect(await answerOf(challenge, event)).toMatchObject({ statusCode: 404, json: { code: 'unknown-form' } });
});

function stored(id: unknown) {
  return createCaseStore(tables.documents, submissionsTable).read(String(id));
}
