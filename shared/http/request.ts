import * as z from 'zod/mini';
import { acceptedLanguage, type Language, spokenLanguage } from '#shared/i18n/language.ts';

/** What we read of an API Gateway HTTP API event, payload 2.0. */
const Event = z.object({
  routeKey: z.string(),
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ''),
  headers: z._default(z.record(z.string(), z.string()), {}),
  cookies: z._default(z.array(z.string()), []),
  pathParameters: z._default(z.record(z.string(), z.string()), {}),
  requestContext: z.object({ http: z.object({ method: z.string(), sourceIp: z._default(z.string(), '') }) }),
  body: z.optional(z.string()),
  isBase64Encoded: z._default(z.boolean(), false),
});

/** A request as functions see it. The query comes from the raw string: the gateway's own parse joins repeated names. */
export interface Request {
  readonly method: string;
  /** The address that the gateway saw; what a client says of itself in headers counts for nothing. */
  readonly sourceIp: string;
  readonly route: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether a person with a browser asks: `Accept` names `text/html`. */
  readonly wantsHtml: boolean;
  /** Chosen by `?lang=` or before by cookie, else the best of `Accept-Language`; undefined when neither names one. */
  readonly askedLanguage: Language | undefined;
}

/** The cookie that remembers the language. */
export const languageCookie = 'lang';

export function readRequest(event: unknown): Request {
  const { routeKey, rawPath, rawQueryString, headers, cookies, pathParameters, requestContext, body, isBase64Encoded } =
    Event.parse(event);
  const query = new URLSearchParams(rawQueryString);
  const chosen = languageInQuery(query) ?? rememberedLanguage(cookies);
  return {
    method: requestContext.http.method,
    sourceIp: requestContext.http.sourceIp,
    route: routeKey,
    path: rawPath,
    parameters: pathParameters,
    query,
    headers,
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    wantsHtml: /\btext\/html\b/i.test(headers['accept'] ?? ''),
    askedLanguage: chosen ?? acceptedLanguage(headers['accept-language'] ?? ''),
  };
}

/** The language that a request chooses by `?lang=`: what pages remember. */
export function languageInQuery(query: URLSearchParams): Language | undefined {
  return spokenLanguage(query.get('lang') ?? '');
}

function rememberedLanguage(cookies: readonly string[]): Language | undefined {
  const prefix = `${languageCookie}=`;
  const cookie = cookies.find((candidate) => candidate.startsWith(prefix));
  return cookie === undefined ? undefined : spokenLanguage(cookie.slice(prefix.length));
}

/** Where the page that was asked for can be had again, with its query. */
export function addressOf({ path, query }: Request): string {
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The language to answer in. */
export function languageOf(request: Request): Language {
  return request.askedLanguage ?? 'en';
}

/**
 * The request of somebody whom we have written to: where they and their browser say nothing, a page goes on in the language
 * of their mails. Programs are answered as they ask.
 */
export function speakingTo({ language }: { readonly language: Language }, request: Request): Request {
  return request.wantsHtml ? { ...request, askedLanguage: request.askedLanguage ?? language } : request;
}

/** Whether another site's page caused this request. Our pages send no referrer, so their `Origin` is `null`. */
export function isCrossSite(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
