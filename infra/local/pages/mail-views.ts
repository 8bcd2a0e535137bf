import type { Mail } from '../mail/mailbox.ts';

/** Where the HTML of a mail lies. */
export const mailAddress = ({ id }: Mail) => `/_local/mail/${id}/html`;

/** The id of the mail whose HTML lies at a path. */
export const mailIdAt = (path: string) => /^\/_local\/mail\/([\w-]+)\/html$/.exec(path)?.[1];

/** What may happen in a mail's HTML: it is shown. It loads nothing, runs nothing and stands only in our own page. */
export const mailPolicy =
  "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The mail's HTML as it was sent, but for one thing: a link leads out of the frame. Pure. */
export function framedHtml({ html }: Mail): string {
  const base = '<base target="_top">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}

/** The mail as it was handed over: headers, then both bodies. Pure. */
export function sourceOf({ from, to, replyTo, at, subject, id, headers, text, html }: Mail): string {
  const all = {
    From: from,
    To: to.join(', '),
    ...(replyTo.length > 0 && { 'Reply-To': replyTo.join(', ') }),
    Subject: subject,
    Date: new Date(at).toUTCString(),
    'Message-ID': `<${id}>`,
    ...headers,
  };
  const bodies = [
    ['text/plain', text],
    ['text/html', html],
  ].filter(([, body]) => body !== '');
  return [
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
    ...bodies.map(([type, body]) => `\nContent-Type: ${type}; charset=utf-8\n\n${body}`),
  ].join('\n');
}
