import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import type { Functions } from '../functions/functions.ts';
import { wholeBody } from '../server/listening.ts';
import type { Location } from '../template/identities.ts';
import type { Metrics } from '../watch/metrics.ts';
import type { Api } from './api.ts';
import { answerOf, eventOf, gatewayAnswer, type HttpAnswer, type HttpRequest } from './api-gateway-events.ts';

/** Answers what lies under /_local/; undefined for an address it does not have. */
export type LocalPages = (request: HttpRequest) => Promise<HttpAnswer | undefined>;

type Behind = {
  api: Api | undefined;
  functions: Functions;
  pages: LocalPages;
  location: Location;
  clock: Clock;
  metrics: Metrics;
  /** Gets a line for people when something goes wrong. */
  report(line: string): void;
};

export type HttpFront = {
  /** Starts answering; until then requests wait. */
  serve(behind: Behind): void;
  close(): Promise<void>;
};

const mostBytes = 10 * 1024 * 1024;
const gatewayTimeoutMs = 30_000;

/** The public address: /_local/ is the local world's own, everything else goes the way of the HTTP API to a function. */
export function httpFront(server: Server): HttpFront {
  const ready = Promise.withResolvers<Behind>();
  server.on('request', async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await requestOf(incoming).catch(() => undefined);
    if (!request) {
      // The client went away before it had said everything.
      response.destroy();
      return;
    }
    const behind = await ready.promise;
    try {
      send(response, request, behind.clock, await answerTo(request, behind));
    } catch (error) {
      behind.report(`A request could not be answered: ${error instanceof Error ? error.name : typeof error}`);
      send(response, request, behind.clock, gatewayAnswer(500, 'Internal Server Error'));
    }
  });
  return {
    serve: ready.resolve,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function requestOf(incoming: IncomingMessage): Promise<HttpRequest> {
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    rawHeaders: incoming.rawHeaders,
    remoteAddress: incoming.socket.remoteAddress ?? '127.0.0.1',
    body: await wholeBody(incoming),
  };
}

async function answerTo(request: HttpRequest, behind: Behind): Promise<HttpAnswer> {
  if (/^\/_local(\/|\?|$)/.test(request.url)) return (await behind.pages(request)) ?? gatewayAnswer(404, 'Not Found');
  if (request.body.length > mostBytes) return gatewayAnswer(413, 'Request Entity Too Large');
  const { api, metrics } = behind;
  if (!api) return gatewayAnswer(404, 'Not Found');
  const answer = await throughGateway(request, api, behind);
  if (answer.status >= 500)
    metrics.record({ namespace: 'AWS/ApiGateway', name: '5xx', dimensions: { ApiId: api.id }, value: 1 });
  return answer;
}

async function throughGateway(
  request: HttpRequest,
  api: Api,
  { functions, location, clock }: Behind,
): Promise<HttpAnswer> {
  const [path = '/'] = request.url.split('?');
  const match = api.find(request.method, path);
  if (!match) return gatewayAnswer(404, 'Not Found');
  const { key, target } = match.route;
  if (!target.mayInvoke) return gatewayAnswer(500, 'Internal Server Error');

  const event = eventOf(request, {
    apiId: api.id,
    domainName: new URL(location.origin).host,
    accountId: location.account,
    requestId: randomUUID(),
    routeKey: key,
    pathParameters: match.parameters,
    now: clock.now(),
  });
  const outcome = await inTime(functions.invoke(target.function, event));
  if (outcome === 'too-late') return gatewayAnswer(503, 'Service Unavailable');
  return outcome.kind === 'returned'
    ? answerOf(JSON.parse(outcome.payload))
    : gatewayAnswer(500, 'Internal Server Error');
}

async function inTime<Result>(work: Promise<Result>): Promise<Result | 'too-late'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too-late'>((done) => {
    timer = setTimeout(() => done('too-late'), gatewayTimeoutMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, request: HttpRequest, clock: Clock, answer: HttpAnswer): void {
  const headers = answer.headers.filter(([name]) => name !== 'date' && name !== 'content-length');
  headers.push(['date', new Date(clock.now()).toUTCString()], ['content-length', String(answer.body.length)]);
  response.writeHead(answer.status, headers.flat());
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}
