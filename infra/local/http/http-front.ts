import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import { type Functions, requestTooLarge } from '../functions/functions.ts';
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

// Of API Gateway. Lambda takes less, and says so itself.
const mostBytes = 10 * 1024 * 1024;
const gatewayTimeoutMs = 30_000;

/** The public address: /_local/ is the local world's own, everything else goes the way of the HTTP API to a function. */
export function httpFront(server: Server): HttpFront {
  const ready = Promise.withResolvers<Behind>();
  server.on('request', async (incoming: IncomingMessage, response: ServerResponse) => {
    // The client may go away before it has said everything.
    const body = await wholeBody(incoming, mostBytes).catch(() => 'gone' as const);
    if (body === 'gone') {
      response.destroy();
      return;
    }
    const behind = await ready.promise;
    const reply = (answer: HttpAnswer) => send(response, incoming.method, behind.clock, answer);
    try {
      if (body === undefined) reply(gatewayAnswer(413, 'Request Entity Too Large'));
      else if (incoming.headers.host === undefined) reply(gatewayAnswer(400, 'Bad Request'));
      else reply(await answerTo(requestOf(incoming, body), behind));
    } catch (error) {
      behind.report(`A request could not be answered: ${error instanceof Error ? error.name : typeof error}`);
      reply(gatewayAnswer(500, 'Internal Server Error'));
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

function requestOf(incoming: IncomingMessage, body: Buffer): HttpRequest {
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    rawHeaders: incoming.rawHeaders,
    remoteAddress: incoming.socket.remoteAddress ?? '127.0.0.1',
    body,
  };
}

async function answerTo(request: HttpRequest, behind: Behind): Promise<HttpAnswer> {
  if (/^\/_local(\/|\?|$)/.test(request.url)) return (await behind.pages(request)) ?? gatewayAnswer(404, 'Not Found');
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
  if (outcome.kind === 'returned') return answerOf(JSON.parse(outcome.payload));
  return outcome.error === requestTooLarge
    ? gatewayAnswer(413, 'Request Entity Too Large')
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

function send(response: ServerResponse, method: string | undefined, clock: Clock, answer: HttpAnswer): void {
  const headers = answer.headers.filter(([name]) => name !== 'date' && name !== 'content-length');
  headers.push(['date', new Date(clock.now()).toUTCString()], ['content-length', String(answer.body.length)]);
  response.writeHead(answer.status, headers.flat());
  response.end(method === 'HEAD' ? undefined : answer.body);
}
