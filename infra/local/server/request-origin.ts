/** Tells requests of programs on this machine and of our own pages from those that a browser sends for another site. */
import type { IncomingHttpHeaders } from 'node:http';

/** Whether a request names this machine, and not another host name that resolves to it (DNS rebinding). */
export function namesThisMachine({ host = '' }: IncomingHttpHeaders): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host.replace(/:\d+$/, '').toLowerCase());
}

/** Whether the page of another site sent it, be it on another port of this machine. */
export function isFromAnotherSite({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && origin !== `http://${host}`;
}

/** Whether a browser sent it for a page, as no SDK and no command line does. */
export function isFromPage(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}
