import { describe, expect, test } from 'vitest';
import { example } from '#test/support/story.ts';
import { get, head, post, send } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { formAddress, at } = await startWorld();

const good = example('nordic-border-job-fair');
const json = { 'content-type': 'application/json' };

describe('An address that is not there', () => {
  test.each([
    ['/v1/forms/recipe/submissions', 'POST', 404, 'unknown-form'],
    ['/v1/forms/recipe', 'GET', 404, 'unknown-form'],
    ['/v1/initiatives/none', 'GET', 404, 'not-found'],
    ['/v1/nothing', 'GET', 404, 'not-found'],
    ['/v1/forms/initiative/submissions/', 'POST', 404, 'not-found'],
    [`/confirm/${'a'.repeat(43)}`, 'GET', 404, 'unknown-link'],
    ['/confirm/short', 'GET', 404, 'unknown-link'],
    [`/review/${'a'.repeat(43)}`, 'POST', 404, 'unknown-link'],
    ['/review/%00%ff', 'GET', 404, 'unknown-link'],
    ['/revise/..%2f..%2fetc', 'POST', 404, 'unknown-link'],
    ['/status/<script>', 'GET', 404, 'unknown-link'],
  ])('%s by %s', async (path, method, status, code) => {
    const body = method === 'POST' ? { body: JSON.stringify(good) } : {};
    const answer = await send(at('/') + path.slice(1), {
      method,
      headers: { ...json, accept: 'application/json' },
      ...body,
    });
    expect(answer).toMatchObject({ status, json: { status, code } });
  });

  test('is told to a person as a page', async () => {
    const answer = await get(at('/nowhere'), { html: true, language: 'is' });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('lang="is"');
  });
});

describe('A wrong method is answered with the right ones', () => {
  test.each([
    ['PUT', '/v1/forms/initiative/submissions', ['POST', 'OPTIONS']],
    ['GET', '/v1/forms/initiative/submissions', ['POST', 'OPTIONS']],
    ['POST', '/v1/initiatives', ['GET', 'HEAD']],
    ['DELETE', '/v1/initiatives/1', ['GET', 'HEAD']],
    ['PATCH', `/confirm/${'a'.repeat(43)}`, ['GET', 'HEAD', 'POST']],
    ['PUT', `/review/${'a'.repeat(43)}`, ['GET', 'HEAD', 'POST']],
    ['DELETE', '/forms/initiative', ['GET', 'HEAD', 'POST']],
  ])('%s %s', async (method, path, methods) => {
    const answer = await send(at(path), { method, headers: { accept: 'application/json' } });
    expect(answer).toMatchObject({ status: 405, json: { code: 'method-not-allowed' } });
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual([...methods].sort());
  });
});

test('HEAD has the status and the headers of GET', async () => {
  for (const path of [
    '/v1/initiatives',
    '/v1/forms/initiative',
    '/v1/initiatives/none',
    '/forms/initiative',
    '/nowhere',
  ]) {
    const [shown, asked] = [await get(at(path)), await head(at(path))];
    expect(asked.status, path).toBe(shown.status);
    for (const name of ['content-type', 'content-length'])
      expect(asked.headers.get(name), `${name} of ${path}`).toBe(shown.headers.get(name));
    expect(Number(asked.headers.get('content-length'))).toBeGreaterThan(0);
    expect(asked.text).toBe('');
  }
});

test('Other sites may read refusals, and also that they may not post at all', async () => {
  const allowed = 'https://www.nordicwelfare.example';
  const refused = await post(formAddress, {}, { headers: { origin: allowed } });
  expect(refused.headers.get('access-control-allow-origin')).toBe(allowed);
  const foreign = await post(formAddress, {}, { headers: { origin: 'https://elsewhere.example' } });
  expect(foreign).toMatchObject({ status: 403, json: { code: 'cross-site' } });
  expect(foreign.headers.get('access-control-allow-origin')).toBe('https://elsewhere.example');
  const preflight = await send(formAddress, {
    method: 'OPTIONS',
    headers: { origin: allowed, 'access-control-request-method': 'POST' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
});
