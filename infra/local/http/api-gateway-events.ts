/** Translates between HTTP and the payload format 2.0 of API Gateway's HTTP APIs. Pure. */
import * as z from 'zod/mini';

export type HttpRequest = {
  method: string;
  /** Path and query string as they came. */
  url: string;
  /** Name and value alternating, as they came. */
  rawHeaders: string[];
  body: Buffer;
  remoteAddress: string;
};

/** The first header of a name, which is given in lower case. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const index = request.rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name);
  return index === -1 ? undefined : request.rawHeaders[index + 1];
}

export type EventSettings = {
  apiId: string;
  domainName: string;
  accountId: string;
  requestId: string;
  routeKey: string;
  pathParameters: Record<string, string>;
  now: number;
};

// Everything else reaches a function in base64, form posts (urlencoded and multipart) too.
const textTypes = /^\s*(text\/|application\/(json|javascript|xml)\s*(;|$))/i;

/**
 * Builds the event a function behind the gateway gets: lower-case headers with repeats joined by a comma,
 * cookies apart, repeated query parameters joined by a comma, bodies that are not text in base64.
 */
export function eventOf(request: HttpRequest, settings: EventSettings): Record<string, unknown> {
  const [rawPath = '/', rawQueryString = ''] = request.url.split(/\?(.*)/s);
  const { headers, cookies } = headersOf(request.rawHeaders);
  const queryStringParameters = queryOf(rawQueryString);
  const isBase64Encoded = request.body.length > 0 && !textTypes.test(headers['content-type'] ?? '');
  const [method, path] = [request.method, decodedPath(rawPath)];
  return {
    version: '2.0',
    routeKey: settings.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(Object.keys(queryStringParameters).length > 0 && { queryStringParameters }),
    requestContext: {
      accountId: settings.accountId,
      apiId: settings.apiId,
      domainName: settings.domainName,
      domainPrefix: settings.domainName.split('.')[0],
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: sourceIpOf(headers['x-forwarded-for'], request.remoteAddress),
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: settings.requestId,
      routeKey: settings.routeKey,
      stage: '$default',
      time: commonLogTime(settings.now),
      timeEpoch: Math.round(settings.now),
    },
    ...(Object.keys(settings.pathParameters).length > 0 && { pathParameters: settings.pathParameters }),
    ...(request.body.length > 0 && { body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

function headersOf(rawHeaders: string[]): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''));
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return { headers, cookies };
}

function queryOf(rawQueryString: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    parameters[name] = parameters[name] === undefined ? value : `${parameters[name]},${value}`;
  }
  return parameters;
}

// The gateway hands the path on decoded where it can.
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The local front stands where the gateway stands: the first address of X-Forwarded-For is the caller's. */
function sourceIpOf(forwardedFor: string | undefined, remoteAddress: string): string {
  const first = forwardedFor?.split(',')[0]?.trim();
  return first || remoteAddress.replace(/^::ffff:/, '');
}

function commonLogTime(now: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

export type HttpAnswer = { status: number; headers: [string, string][]; body: Buffer };

const structuredResult = z.object({
  statusCode: z.coerce.number().check(z.int(), z.minimum(100), z.maximum(599)),
  headers: z.optional(z.nullable(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))),
  cookies: z.optional(z.nullable(z.array(z.string()))),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.nullable(z.boolean())),
});

/** What the gateway itself answers: its own JSON. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  return { status, headers: [['content-type', 'application/json']], body: Buffer.from(JSON.stringify({ message })) };
}

/**
 * Turns a function's result into an HTTP answer. A result without `statusCode` is itself the JSON body of a 200;
 * one with a `statusCode` in the wrong shape is a 500, as from AWS.
 */
export function answerOf(result: unknown): HttpAnswer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
  }
  const parsed = structuredResult.safeParse(result);
  if (!parsed.success) return gatewayAnswer(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const answered: [string, string][] = Object.entries(headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  if (!answered.some(([name]) => name === 'content-type') && body)
    answered.push(['content-type', 'text/plain; charset=utf-8']);
  for (const cookie of cookies ?? []) answered.push(['set-cookie', cookie]);
  return { status: statusCode, headers: answered, body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8') };
}
