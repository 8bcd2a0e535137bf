import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import { wholeBody } from '../server/listening.ts';
import { isFromPage, namesThisMachine } from '../server/request-origin.ts';
import type { Permissions } from './permissions.ts';
import { type AwsAnswer, AwsFailure, type AwsService } from './wire.ts';

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
      const body = await wholeBody(request);
      const answer = await (await ready.promise)(request, body);
      send(response, now(), request, answer);
    } catch (error) {
      send(response, now(), request, failureAnswer(error));
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
        const target = request.headers['x-amz-target'];
        const operation = typeof target === 'string' ? (target.split('.').at(-1) ?? '') : '';
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

function credentialOf(authorization: string | undefined): { accessKeyId: string; service: string } {
  const [, accessKeyId, service] = /Credential=([^/]+)\/[^/]*\/[^/]*\/([^/]+)\//.exec(authorization ?? '') ?? [];
  if (accessKeyId === undefined || service === undefined) {
    throw new AwsFailure('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  return { accessKeyId, service };
}

function failureAnswer(error: unknown): AwsAnswer {
  const failure =
    error instanceof AwsFailure
      ? error
      : new AwsFailure('InternalFailure', error instanceof Error ? error.message : 'unknown', 500);
  return {
    status: failure.status,
    headers: { 'x-amzn-errortype': failure.name },
    body: JSON.stringify({ __type: failure.name, message: failure.message, ...failure.members }),
  };
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
