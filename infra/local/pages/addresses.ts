import * as z from 'zod/mini';
import { durationMs } from '../clock/durations.ts';
import { type HttpAnswer, type HttpRequest, headerOf } from '../http/api-gateway-events.ts';
import type { LocalPages } from '../http/http-front.ts';
import { isRefusal, type MailFaults, refusalNames } from '../mail/mail-faults.ts';
import { isFromAnotherSite, namesThisMachine } from '../server/request-origin.ts';
import { framedHtml, mailIdAt, mailPolicy } from './mail-views.ts';
import { renderPage, type Shown } from './markup.ts';

/** What the addresses under /_local/ show and do. */
export type Inside = {
  shown(): Shown;
  counts(): unknown;
  now(): string;
  advance(ms: number): Promise<unknown>;
  clearMail(): void;
  mailFaults: Pick<MailFaults, 'set' | 'list'>;
};

const fields = z.record(z.string(), z.unknown());

const json = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: [
    ['content-type', 'application/json; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: Buffer.from(JSON.stringify(body)),
});

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const html = (body: string, policy = pagePolicy): HttpAnswer => ({
  status: 200,
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['content-security-policy', policy],
  ],
  body: Buffer.from(body),
});

const seeOther: HttpAnswer = { status: 303, headers: [['location', '/_local/']], body: Buffer.alloc(0) };

/** The local world's own addresses: mailbox, clock, counts, and a page that shows them. */
export function localPages(inside: Inside): LocalPages {
  const addresses: Record<string, (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>> = {
    'GET /_local': () => seeOther,
    'GET /_local/': () => html(renderPage(inside.shown())),
    'GET /_local/mail': () => json(200, inside.shown().mails),
    'POST /_local/mail/clear': (request) => {
      inside.clearMail();
      return isForm(request) ? seeOther : json(200, []);
    },
    'GET /_local/mail/faults': () => json(200, inside.mailFaults.list()),
    'POST /_local/mail/faults': (request) => setMailFault(inside, request),
    'GET /_local/counts': () => json(200, inside.counts()),
    'GET /_local/clock': () => json(200, { now: inside.now() }),
    'POST /_local/clock': async (request) => {
      const ms = durationMs(fieldOf(request, 'advance')?.trim() ?? '');
      if (ms === undefined)
        return json(400, { message: 'advance is an ISO 8601 duration of days and less, for example P3D or PT6H' });
      await inside.advance(ms);
      return isForm(request) ? seeOther : json(200, { now: inside.now() });
    },
  };
  return async (request) => {
    if (!isFromThisMachine(request)) return json(403, { message: 'These addresses answer on this machine only.' });
    const [path = ''] = request.url.split('?');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    return addresses[`${method} ${path}`]?.(request) ?? (method === 'GET' ? mailAt(inside, path) : undefined);
  };
}

/**
 * Not a page of another site that moves the clock or reads mails, be it from its own address or from a name of its own
 * that leads to this machine.
 */
function isFromThisMachine(request: HttpRequest): boolean {
  const [host, origin, site] = ['host', 'origin', 'sec-fetch-site'].map((name) => headerOf(request, name));
  const headers = { host, origin, 'sec-fetch-site': site };
  // A link to here may stand anywhere; another site cannot read what it opens.
  const isLink = request.method === 'GET' || request.method === 'HEAD';
  return namesThisMachine(headers) && (isLink || !isFromAnotherSite(headers));
}

function isForm(request: HttpRequest): boolean {
  return headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** The HTML of one mail. */
function mailAt(inside: Inside, path: string): HttpAnswer | undefined {
  const id = mailIdAt(path);
  const mail = inside.shown().mails.find((one) => one.id === id);
  return mail && html(framedHtml(mail), mailPolicy);
}

/** Lets SES refuse an address by `error`, or no longer if none is given. */
function setMailFault({ mailFaults }: Inside, request: HttpRequest): HttpAnswer {
  const address = fieldOf(request, 'address');
  const error = fieldOf(request, 'error');
  if (!address || (error !== undefined && !isRefusal(error)))
    return json(400, { message: `address is a mail address; error is one of ${refusalNames.join(', ')}, or absent` });
  mailFaults.set(address, error);
  return json(200, mailFaults.list());
}

/** A text that was posted, as a form or as JSON. */
function fieldOf(request: HttpRequest, name: string): string | undefined {
  const text = request.body.toString('utf8');
  if (isForm(request)) return new URLSearchParams(text).get(name) ?? undefined;
  try {
    const body = fields.safeParse(JSON.parse(text));
    const value = body.success ? body.data[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
