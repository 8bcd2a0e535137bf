/** How tests talk to the service: as a program or a browser would, over HTTP and nothing else. */

export type Encoding = 'json' | 'urlencoded' | 'multipart';

export interface Manner {
  /** How fields are posted; JSON unless said otherwise. */
  readonly as?: Encoding;
  /** Asks for a page instead of JSON. */
  readonly html?: boolean;
  /** `Accept-Language`. */
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown;
}

const bodies: object[] = [];

/** Everything that tests of this file have posted so far, also what was refused. */
export const posted = (): readonly object[] => bodies;

export function get(url: string, manner: Manner = {}): Promise<Answer> {
  return send(url, { headers: headersOf(manner) });
}

export function head(url: string, manner: Manner = {}): Promise<Answer> {
  return send(url, { method: 'HEAD', headers: headersOf(manner) });
}

export function post(url: string, fields: object, manner: Manner = {}): Promise<Answer> {
  bodies.push(fields);
  const { type, body } = encode(fields, manner.as ?? 'json');
  return send(url, { method: 'POST', body, headers: { ...type, ...headersOf(manner) } });
}

/** Any request, unfollowed and unretried. */
export async function send(url: string, request: RequestInit): Promise<Answer> {
  const answer = await fetch(url, { ...request, redirect: 'manual' });
  const text = await answer.text();
  const isJson = /^application\/([a-z]+\+)?json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

function headersOf({ html = false, language, headers }: Manner): Record<string, string> {
  return {
    accept: html ? 'text/html,application/xhtml+xml' : 'application/json',
    ...(language !== undefined && { 'accept-language': language }),
    ...headers,
  };
}

function encode(fields: object, as: Encoding): { type: Record<string, string>; body: string | FormData } {
  switch (as) {
    case 'json':
      return { type: { 'content-type': 'application/json' }, body: JSON.stringify(fields) };
    case 'urlencoded':
      return {
        type: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(pairsOf(fields, (group, name) => `${group}.${name}`)).toString(),
      };
    case 'multipart': {
      const form = new FormData();
      for (const [name, value] of pairsOf(fields, (group, name) => `${group}[${name}]`)) form.append(name, value);
      return { type: {}, body: form };
    }
  }
}

/** Fields as a browser posts them: lists repeated, groups spelled out, a box that is not ticked left out. */
function pairsOf(fields: object, spell: (group: string, name: string) => string): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [name, String(one)]);
    if (typeof value === 'object' && value !== null)
      return pairsOf(value, spell).map(([inner, text]) => [spell(name, inner), text]);
    return value === undefined || value === false ? [] : [[name, value === true ? 'on' : String(value)]];
  });
}
