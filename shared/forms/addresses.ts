import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/* Addresses as they are stored: in the form in which mail services and browsers use them, which hides nothing. */

/** As zod takes them, and under top-level domains in punycode too. */
const mailbox = /^(?!\.)(?!.*\.\.)[a-z0-9_'+.-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const isAscii = /^[\u0000-\u007f]*$/;
/** What stands in no domain, and would end it or be decoded on the way to punycode. */
const foreignToDomains = /[\u0021-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]/;

/** A mail address with its domain in punycode. What has no such form is left as it is. */
export function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  if (isAscii.test(domain) || foreignToDomains.test(domain)) return address;
  return `${address.slice(0, at)}${domainToASCII(domain) || domain}`;
}

/** Whether it is one plain mail address in ASCII. */
export function isMailbox(address: string): boolean {
  return mailbox.test(address);
}

/** `www.…` is what people write; browsers put the scheme before it. */
export function withScheme(address: string): string {
  return /^www\./i.test(address) ? `https://${address}` : address;
}

/** The web address as browsers send it; undefined when it is none with https and the name of a host. */
export function webHref(address: string): string | undefined {
  // A backslash is a slash to browsers and none to people.
  if (/[\s\\]/.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(address);
  const isNamed = /[^.]\.[^.]/.test(hostname) && isIP(hostname) === 0;
  return protocol === 'https:' && isNamed && username === '' && password === '' ? href : undefined;
}
