import { describe, expect, it } from 'vitest';
import { routeTable } from '#infra/local/http/routes.ts';

const find = routeTable(
  [
    '$default',
    'GET /{proxy+}',
    'GET /v1/{id}',
    'ANY /v1/{id}',
    'GET /v1/list',
    'GET /v1/{id}/parts/{part}',
    'GET /v1/{rest+}',
    'GET /',
  ].map((key) => ({
    key,
    target: key,
  })),
);

describe('the route of a request', () => {
  it.each([
    ['GET', '/v1/list', 'GET /v1/list'],
    ['GET', '/v1/abc', 'GET /v1/{id}'],
    ['POST', '/v1/list', 'ANY /v1/{id}'],
    ['GET', '/v1/a/b', 'GET /v1/{rest+}'],
    ['GET', '/v1/a/parts/b', 'GET /v1/{id}/parts/{part}'],
    ['GET', '/other/a', 'GET /{proxy+}'],
    ['GET', '/', 'GET /'],
    ['POST', '/other', '$default'],
  ])('of %s %s is the most specific: %s', (method, path, key) => {
    expect(find(method, path)?.route.key).toBe(key);
  });

  it('gives path parameters decoded, and the rest of the path to a greedy one', () => {
    expect(find('GET', '/v1/a%20b')?.parameters).toEqual({ id: 'a b' });
    expect(find('GET', '/v1/a/b%2Fc')?.parameters).toEqual({ rest: 'a/b/c' });
  });

  it('is none without a match and without $default', () => {
    expect(routeTable([{ key: 'GET /a', target: 1 }])('GET', '/b')).toBeUndefined();
  });
});
