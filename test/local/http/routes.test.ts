import { describe, expect, it } from 'vitest';
import { checkRouteKey, routeTable } from '#infra/local/http/routes.ts';

const keys = [
  '$default',
  'GET /{page}',
  'GET /v1/{id}',
  'POST /v1/{id}',
  'GET /v1/list',
  'GET /{kind}/list/parts',
  'GET /v1/{id}/parts',
  'GET /v1/{id}/parts/{part}',
  'GET /',
];
const find = routeTable(keys.map((key) => ({ key, target: key })));

describe('the route of a request', () => {
  it.each([
    ['GET', '/v1/list', 'GET /v1/list'],
    ['GET', '/v1/abc', 'GET /v1/{id}'],
    ['POST', '/v1/list', 'POST /v1/{id}'],
    ['GET', '/v1/list/parts', 'GET /v1/{id}/parts'],
    ['GET', '/v1/a/parts/b', 'GET /v1/{id}/parts/{part}'],
    ['GET', '/other', 'GET /{page}'],
    ['GET', '/', 'GET /'],
    ['GET', '/v1/', '$default'],
    ['GET', '/v1/a/b', '$default'],
    ['POST', '/other', '$default'],
  ])('of %s %s is the most specific: %s', (method, path, key) => {
    expect(find(method, path)?.route.key).toBe(key);
  });

  it('gives path parameters decoded', () => {
    expect(find('GET', '/v1/a%20b/parts/c%2Fd')?.parameters).toEqual({ id: 'a b', part: 'c/d' });
  });

  it('is none without a match and without $default', () => {
    expect(routeTable([{ key: 'GET /a', target: 1 }])('GET', '/b')).toBeUndefined();
  });
});

describe('the key of a route', () => {
  it.each([...keys, 'DELETE /a-b/c.csv'])('may be %s', (key) => {
    expect(() => checkRouteKey(key, 'Route')).not.toThrow();
  });

  it.each(['ANY /v1/{id}', 'GET /files/{proxy+}', 'GET', '$connect'])('%s is refused by name', (key) => {
    expect(() => checkRouteKey(key, 'Route')).toThrow(`Route: the route ${key} is not known here`);
  });
});
