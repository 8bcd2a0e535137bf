import type { Language } from '#shared/i18n/language.ts';

/** What the API Gateway is given. */
export interface Reply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly cookies?: readonly string[];
}

/** Pages run no script and load nothing but our own style. Forms post only to us. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The one page that runs a script, ours: it fetches a challenge and solves it in a worker. */
export const withOwnScript = {
  'content-security-policy': `${contentSecurityPolicy}; script-src 'self'; connect-src 'self'; worker-src 'self'`,
};

/** What every answer carries. */
export const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** Our pages want nothing of a device. */
const permissionsPolicy = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Nobody keeps, indexes or passes on the address of a mailed link or what stands behind it. */
export const unlisted = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

export function jsonReply(statusCode: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    statusCode,
    headers: { ...always, 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function htmlReply(
  statusCode: number,
  html: string,
  language: Language,
  headers: Record<string, string> = {},
): Reply {
  return {
    statusCode,
    headers: {
      ...always,
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': permissionsPolicy,
      vary: 'accept, accept-language, cookie',
      ...headers,
    },
    body: html,
  };
}

/** Look there, with GET (RFC 9110 §15.4.4). */
export function seeOther(location: string, headers: Record<string, string> = {}): Reply {
  return { statusCode: 303, headers: { ...always, location, ...headers } };
}
