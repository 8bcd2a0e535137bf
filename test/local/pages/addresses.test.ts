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
  const knock = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: port(), method, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.on('error', reject).end();
    });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answer under the name %s', async (name) => {
    const headers = { host: `${name}:${port()}`, 'sec-fetch-site': 'same-origin' };
    expect(await knock('GET', '/_local/clock', headers)).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'are refused under %s, a name that leads here (DNS rebinding)',
    async (name) => {
      const headers = { host: `${name}:${port()}` };
      const asked = ['/_local/', '/_local/mail', '/_local/clock'].map((path) => knock('GET', path, headers));
      expect(await Promise.all(asked)).toEqual([403, 403, 403]);
    },
  );

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
    expect((await move({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(world.now().getTime() - before.getTime()).toBeLessThan(86_400_000);
    expect((await move({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect(world.now().getTime() - before.getTime()).toBeGreaterThanOrEqual(86_400_000);
  });
});
