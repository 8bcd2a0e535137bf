import { Readable } from 'node:stream';
import * as z from 'zod/mini';

/** A request as an SDK client sends it, and what AWS answers. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is read of a request by the middlewares and by AWS's stand-ins; whatever else it holds is passed on. */
const Request = z.looseObject({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.union([z.string(), z.instanceof(Uint8Array)]),
});

export function readRequest(request: unknown): Asked {
  const { method, path, headers, body } = Request.parse(request);
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return { method, path, headers: Object.fromEntries(lowerCase), body: text };
}

/** The same request with another body. */
export function withBody(request: unknown, body: string): unknown {
  return { ...Request.parse(request), body };
}

/** The operation that a request of a JSON protocol names, such as `PutItem`; empty for REST. */
export function operationOf({ headers }: Pick<Asked, 'headers'>): string {
  return headers['x-amz-target']?.split('.').at(-1) ?? '';
}

/** What every client is made with. Its requests are answered in this process, and an attempt that fails is not repeated. */
export function clientSettings(answer: (asked: Asked) => Promise<Answer>) {
  return {
    endpoint: 'http://aws.invalid',
    // Otherwise the SDK repeats what got no answer, and no function would ever see that.
    maxAttempts: 1,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    // A signature is much work, and nobody here reads it.
    signer: { sign: async <Request>(request: Request): Promise<Request> => request },
    requestHandler: {
      async handle(request: unknown) {
        const { status, headers = {}, body } = await answer(readRequest(request));
        return { response: { statusCode: status, headers: { ...headers }, body: Readable.from([Buffer.from(body)]) } };
      },
      updateHttpClientConfig() {},
      httpHandlerConfigs: () => ({}),
    },
  };
}

export const answered = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });

/** A refusal by the name that the SDK has a class for. */
export function refused(name: string, message: string): Answer {
  return { status: 400, headers: { 'x-amzn-errortype': name }, body: JSON.stringify({ __type: name, message }) };
}
