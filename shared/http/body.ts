import type { PostProblem } from './problem.ts';
import type { Request } from './request.ts';

/** Larger bodies are refused before they are parsed. The gateway itself stops at 10 MB. */
const largestBody = 256 * 1024;

/** A body as posted: a JSON value, or a browser's names and values in order. Neither is checked against a form yet. */
export type Body = { kind: 'json'; value: unknown } | { kind: 'browser'; fields: BrowserFields };
export type BrowserFields = ReadonlyMap<string, readonly string[]>;
type ReadBody = Body | { kind: 'refused'; code: PostProblem };

/** Reads JSON, urlencoded and multipart alike. */
export async function readBody({ body, headers }: Request): Promise<ReadBody> {
  if (body.length > largestBody) return { kind: 'refused', code: 'body-too-large' };
  const contentType = headers['content-type'] ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === '' && body.length === 0) return { kind: 'browser', fields: new Map() };
  switch (type) {
    case 'application/json':
      return readJson(decodeUtf8(body));
    case 'application/x-www-form-urlencoded':
      return readUrlencoded(decodeUtf8(body));
    case 'multipart/form-data':
      return readMultipart(contentType, body);
    default:
      return { kind: 'refused', code: 'unsupported-media-type' };
  }
}

const malformed = { kind: 'refused', code: 'malformed-body' } as const;

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The gateway decodes JSON before us and puts U+FFFD for bytes that are not UTF-8: a damaged text must not be stored. */
function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
}

function readJson(text: string | undefined): ReadBody {
  if (text === undefined || isDamaged(text)) return malformed;
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return malformed;
  }
}

function readUrlencoded(text: string | undefined): ReadBody {
  if (text === undefined || !isUtf8Encoded(text)) return malformed;
  return { kind: 'browser', fields: gather(new URLSearchParams(text)) };
}

/** URLSearchParams puts U+FFFD for them too, so the escapes are checked before. */
function isUtf8Encoded(text: string): boolean {
  try {
    for (const [escaped] of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

async function readMultipart(contentType: string, body: Buffer): Promise<ReadBody> {
  // Loaded only when needed: our own pages and programs post otherwise.
  const { default: busboy } = await import('busboy');
  return new Promise((resolve) => {
    const pairs: [string, string][] = [];
    const refuse = () => resolve(malformed);
    try {
      const parser = busboy({
        headers: { 'content-type': contentType },
        defParamCharset: 'utf8',
        limits: { fieldSize: largestBody, fieldNameSize: 200 },
      });
      parser.on('field', (name, value) => (isDamaged(name + value) ? refuse() : pairs.push([name, value])));
      // No form asks for a file, so one that is sent is skipped. Cut off in the middle it has an error of its own.
      parser.on('file', (_name, stream) => stream.on('error', refuse).resume());
      parser.on('error', refuse);
      parser.on('close', () => resolve({ kind: 'browser', fields: gather(pairs) }));
      parser.end(body);
    } catch {
      refuse();
    }
  });
}

function gather(pairs: Iterable<[string, string]>): BrowserFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const known = fields.get(name);
    if (known === undefined) fields.set(name, [value]);
    else known.push(value);
  }
  return fields;
}
