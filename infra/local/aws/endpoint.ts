import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import { wholeBody } from '../server/listening.ts';
import { isFromPage, namesThisMachine } from '../server/request-origin.ts';
import { failureAnswer } from './failures.ts';
import type { Permissions } from './permissions.ts';
import { type AwsAnswer, AwsFailure, type AwsService } from './wire.ts';

// DynamoDB takes the largest requests of the services here: a batch of 16 MB.
const mostBytes = 16 * 1024 * 1024;

export type AwsEndpoint = {
  /** Starts answering; until then calls wait. */
  serve(services: Record<string, AwsService>, permissions: Permissions, clock: Clock): void;
  close(): Promise<void>;
};

/**
 * Speaks the wire protocols of AWS on loopback for the services given. Who calls is told by the access key id in the
 * signature's credential scope; the signature itself is not checked, as all keys are local.
 */
export function awsEndpoint(server: Server): AwsEndpoint {
  const ready = Promise.withResolvers<(request: IncomingMessage, body: Buffer) => Promise<AwsAnswer>>();
  let now = Date.now;

  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const body = await wholeBody(request, mostBytes);
      if (body === undefined)
        throw new AwsFailure('RequestEntityTooLargeException', `Request must be smaller than ${mostBytes} bytes`, 413);
      const answer = await (await ready.promise)(request, body);
      send(response, now(), request, answer);
    } catch (error) {
      send(response, now(), request, failureAnswer(request.headers, error));
    }
  });

  return {
    serve(services, permissions, clock) {
      now = clock.now;
      ready.resolve(async (request, body) => {
        if (!namesThisMachine(request.headers) || isFromPage(request.headers))
          throw new AwsFailure('AccessDeniedException', 'This endpoint answers programs on this machine only.');
        const { accessKeyId, service } = credentialOf(request.headers.authorization);
        const caller = permissions.callerOf(accessKeyId);
        const operation = operationOf(request, body);
        const [path = '/'] = (request.url ?? '/').split('?');
        const answer = await services[service]?.({
          service,
          operation,
          method: request.method ?? 'GET',
          path: decodeURIComponent(path),
          headers: request.headers,
          body,
          caller,
        });
        if (answer) return answer;
        throw new AwsFailure(
          'UnknownOperationException',
          `The local world does not know ${service} ${operation || path}.`,
        );
      });
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Named by a header, or by a field of the form that clients of the query protocol post; REST has none. */
function operationOf({ headers }: IncomingMessage, body: Buffer): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? '';
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm ? (new URLSearchParams(body.toString('utf8')).get('Action') ?? '') : '';
}

function credentialOf(authorization: string | undefined): { accessKeyId: string; service: string } {
  const [, accessKeyId, service] = /Credential=([^/]+)\/[^/]*\/[^/]*\/([^/]+)\//.exec(authorization ?? '') ?? [];
  if (accessKeyId === undefined || service === undefined) {
    throw new AwsFailure('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  return { accessKeyId, service };
}

function send(response: ServerResponse, now: number, request: IncomingMessage, answer: AwsAnswer): void {
  response.writeHead(answer.status, {
    // The SDKs measure their clock against this header.
    date: new Date(now).toUTCString(),
    'content-type': request.headers['content-type'] ?? 'application/json',
    'content-length': Buffer.byteLength(answer.body),
    ...answer.headers,
  });
  response.end(answer.body);
}
