import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

const echoed = z.object({
  event: z.looseObject({
    rawPath: z.string(),
    routeKey: z.string(),
    body: z.optional(z.string()),
    isBase64Encoded: z.boolean(),
    headers: z.record(z.string(), z.string()),
    pathParameters: z.optional(z.record(z.string(), z.string())),
    requestContext: z.looseObject({ http: z.looseObject({ method: z.string(), sourceIp: z.string() }) }),
  }),
  now: z.string(),
  remaining: z.number(),
  origin: z.string(),
});

const tooManyBytes = 6_291_557;

describe('the public address', () => {
  let world: FixtureWorld;
  beforeAll(async () => {
    world = await bootFixture({ startTime: new Date('2031-05-01T12:00:00Z') });
  });
  afterAll(() => discard(world));

  /** Whatever is answered to these bytes. */
  const rawAnswer = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(world.origin).port), '127.0.0.1');
      let answer = '';
      socket.setEncoding('utf8').on('data', (text) => {
        answer += text;
      });
      socket.on('error', reject).on('end', () => resolve(answer));
      socket.write(bytes);
    });
  const echo = async (response: Response) => echoed.parse(await response.json());

  it('hands a request to the function behind its route, in the payload format 2.0', async () => {
    const { event } = await echo(await world.get('/echo?a=1&a=2', { cookie: 'x=1; y=2', 'X-Twice': 'one' }));
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /echo',
      rawQueryString: 'a=1&a=2',
      queryStringParameters: { a: '1,2' },
      cookies: ['x=1', 'y=2'],
      headers: { 'x-twice': 'one' },
    });
  });

  it('takes the first forwarded address as the caller’s, else that of the socket', async () => {
    const forwarded = await echo(await world.get('/echo', { 'x-forwarded-for': '203.0.113.9, 10.0.0.1' }));
    const direct = await echo(await world.get('/echo'));
    expect([forwarded.event.requestContext.http.sourceIp, direct.event.requestContext.http.sourceIp]).toEqual([
      '203.0.113.9',
      '127.0.0.1',
    ]);
  });

  it('gives the function the simulated time, its own origin and its own time left', async () => {
    const { now, remaining, origin } = await echo(await world.get('/echo'));
    expect(now).toMatch(/^2031-05-01T12:/);
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(2000);
    expect(origin).toBe(world.origin);
  });

  it.each([
    ['application/json', false],
    ['text/plain; charset=utf-8', false],
    ['application/x-www-form-urlencoded', true],
    ['multipart/form-data; boundary=x', true],
    ['application/octet-stream', true],
  ])('passes a body of type %s with isBase64Encoded %s', async (type, encoded) => {
    const { event } = await echo(await world.post('/echo', 'a=ø', { 'content-type': type }));
    const body = encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body;
    expect([event.isBase64Encoded, body]).toEqual([encoded, 'a=ø']);
  });

  it('answers HEAD through its own route and without a body', async () => {
    const response = await fetch(`${world.origin}/echo`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
  });

  it('passes on binary bodies, cookies and headers', async () => {
    const response = await world.get('/echo?binary');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1]);
  });

  it('takes a result without a status code for the body of a 200', async () => {
    const response = await world.get('/echo?plain');
    expect([response.status, await response.json()]).toEqual([200, { hello: 'plain' }]);
  });

  it.each(['malformed', 'unsendable', 'throw'])(
    'answers 500 as the gateway does when a function is asked to be %s',
    async (how) => {
      const response = await world.get(`/echo?${how}`);
      expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    },
  );

  it('ends a function that takes longer than its timeout and starts a new one for the next call', async () => {
    expect((await world.get('/echo?slow=60000')).status).toBe(500);
    expect((await world.get('/echo')).status).toBe(200);
    expect(world.logs().some(({ line }) => line.includes('Task timed out after 2.00 seconds'))).toBe(true);
  });

  it('answers 404 where no route leads and 413 for more than ten megabytes, in the gateway’s own words', async () => {
    const missing = await world.get('/nowhere');
    const large = await world.post('/echo', 'x'.repeat(10 * 1024 * 1024 + 1), { 'content-type': 'text/plain' });
    expect([missing.status, await missing.json()]).toEqual([404, { message: 'Not Found' }]);
    expect([large.status, await large.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('answers 413 while the body still arrives, without waiting for its end', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    const status = await new Promise((resolve, reject) => {
      const endless = rawRequest(`${world.origin}/echo`, { method: 'POST' }, (response) => {
        resolve(response.statusCode);
        endless.destroy();
      });
      endless.on('error', reject);
      const write = () => {
        if (!endless.destroyed) endless.write(piece, write);
      };
      write();
    });
    expect(status).toBe(413);
    expect((await world.get('/echo')).status).toBe(200);
  });

  it.each([
    [
      'a body',
      413,
      'Request Entity Too Large',
      () => world.post('/echo', 'x'.repeat(tooManyBytes), { 'content-type': 'text/plain' }),
    ],
    ['an answer', 500, 'Internal Server Error', () => world.get(`/echo?large=${tooManyBytes}`)],
  ])('answers %s over six megabytes with %i, as Lambda takes no more', async (_, status, message, call) => {
    const response = await call();
    expect([response.status, await response.json()]).toEqual([status, { message }]);
  });

  it('passes on what is just below six megabytes', async () => {
    expect((await world.get(`/echo?large=${6_000_000}`)).status).toBe(200);
  });

  it('answers in JSON what cannot be read as a request', async () => {
    const host = `Host: ${new URL(world.origin).host}`;
    const refused = {
      431: `GET /echo HTTP/1.1\r\n${host}\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`,
      400: 'nonsense\r\n\r\n',
      417: `POST /echo HTTP/1.1\r\n${host}\r\nExpect: miracles\r\nConnection: close\r\n\r\n`,
    };
    for (const [status, request] of Object.entries(refused)) {
      const answer = await rawAnswer(request);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).toMatch(/content-type: application\/json/i);
      expect(answer).toMatch(/\{"message":"[\w ]+"\}/);
    }
    const withoutHost = await rawAnswer('GET /echo HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(withoutHost).toMatch(/^HTTP\/1.1 400 .*\{"message":"Bad Request"\}$/s);
  });

  it('runs concurrent calls of one function beside each other', async () => {
    const answers = await Promise.all([world.get('/meeting'), world.get('/meeting')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('joins repeated headers with a comma', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const request = rawRequest(
        `${world.origin}/echo`,
        { headers: { 'X-Many': ['one', 'two'] } },
        async (response) => {
          resolve((await response.toArray()).join(''));
        },
      );
      request.on('error', reject);
      request.end();
    });
    expect(echoed.parse(JSON.parse(text)).event.headers['x-many']).toBe('one,two');
  });
});
