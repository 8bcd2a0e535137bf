import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

describe('the addresses of the local world', () => {
  let world: FixtureWorld;
  beforeAll(async () => {
    world = await bootFixture();
  });
  afterAll(() => discard(world));

  const port = () => new URL(world.origin).port;
  const statusOf = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: port(), method, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.on('error', reject).end();
    });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answer under the name %s', async (name) => {
    const headers = { host: `${name}:${port()}`, 'sec-fetch-site': 'same-origin' };
    expect(await statusOf('GET', '/_local/clock', headers)).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'are refused under %s, a name that leads here (DNS rebinding)',
    async (name) => {
      const headers = { host: `${name}:${port()}` };
      const statuses = ['/_local/', '/_local/mail', '/_local/clock'].map((path) => statusOf('GET', path, headers));
      expect(await Promise.all(statuses)).toEqual([403, 403, 403]);
    },
  );

  it('and those of AWS answer no page and no strange name', async () => {
    const { port: awsPort } = new URL(world.awsEndpoint);
    const authorization = 'AWS4-HMAC-SHA256 Credential=any/20300101/eu-north-1/dynamodb/aws4_request, Signature=0';
    const list = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = { authorization, 'x-amz-target': 'DynamoDB_20120810.ListTables', ...headers };
        const call = request({ host: '127.0.0.1', port: awsPort, method: 'POST', headers: sent }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        call.on('error', reject).end('{}');
      });
    expect(await list({})).toBe(200);
    expect(await list({ host: `evil.example:${awsPort}` })).toBe(400);
    expect(await list({ origin: 'http://localhost:1' })).toBe(400);
    expect(await list({ 'sec-fetch-site': 'same-origin' })).toBe(400);
  });

  it('are refused to the page of another site, which moves no clock so', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const move = (more: Record<string, string>) =>
      fetch(`${world.origin}/_local/clock`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: 'advance=P1D',
        redirect: 'manual',
      });
    const before = world.now();
    for (const site of ['cross-site', 'same-site']) expect((await move({ 'sec-fetch-site': site })).status).toBe(403);
    expect((await move({ origin: 'http://localhost:1' })).status).toBe(403);
    expect(world.now().getTime() - before.getTime()).toBeLessThan(86_400_000);
    expect((await move({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect(world.now().getTime() - before.getTime()).toBeGreaterThanOrEqual(86_400_000);
  });
});
