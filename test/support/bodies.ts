import type { Request } from '#shared/http/request.ts';

/** A body in one of the ways in which people and programs send it. */
export interface Sent {
  readonly type: string;
  readonly body: Buffer;
}

export type Pairs = readonly (readonly [name: string, value: string])[];

export function asJson(value: unknown): Sent {
  return { type: 'application/json', body: Buffer.from(JSON.stringify(value)) };
}

export function asUrlencoded(pairs: Pairs): Sent {
  const body = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return { type: 'application/x-www-form-urlencoded', body: Buffer.from(body) };
}

export function asMultipart(pairs: Pairs, boundary = 'a1b2c3'): Sent {
  const parts = pairs.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

/** JSON content as a browser would post it: lists as repeated names, groups with a dot, yes as `on`. */
export function asPairs(content: object, prefix = ''): Pairs {
  return Object.entries(content).flatMap(([name, value]: [string, unknown]): Pairs => {
    const path = `${prefix}${name}`;
    if (Array.isArray(value)) return value.map((one): [string, string] => [path, String(one)]);
    if (typeof value === 'object' && value !== null) return asPairs(value, `${path}.`);
    return [[path, value === true ? 'on' : String(value)]];
  });
}

/** The part of a request that reading a body needs. */
export function requestWith({ type, body }: Sent): Request {
  return {
    method: 'POST',
    sourceIp: '192.0.2.1',
    route: 'POST /v1/forms/{form}/submissions',
    path: '/v1/forms/initiative/submissions',
    parameters: { form: 'initiative' },
    query: new URLSearchParams(),
    headers: type === '' ? {} : { 'content-type': type },
    body,
    wantsHtml: false,
    askedLanguage: undefined,
  };
}
