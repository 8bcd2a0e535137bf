import type { DeadLetter } from '../events/dead-letters.ts';
import type { Mail } from '../mail/mailbox.ts';
import type { Ignored } from '../template/support.ts';

/** What the page at /_local/ shows. */
export type Shown = {
  now: string;
  mails: Mail[];
  /** Newest first. */
  executions: { name: string; status: string; state: string | undefined; waits: boolean; startedAt: string }[];
  alarms: { name: string; state: string }[];
  deadLetters: DeadLetter[];
  ignored: readonly Ignored[];
};

const mostShown = 100;

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Mails' links are there to be followed; everything else in them is only shown. */
const withLinks = (text: string) =>
  escaped(text).replace(/https?:\/\/[^\s<>&]+(?:&#38;[^\s<>&]+)*/g, (address) => `<a href="${address}">${address}</a>`);

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff; }
article, form { border: 1px solid #6b7280; border-radius: .25rem; padding: .5rem 1rem; margin: 1rem 0; }
pre { white-space: pre-wrap; font: inherit; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .25rem .5rem; border-block-end: 1px solid #6b7280; }
a { color: #0b4f9e; } button, input { font: inherit; padding: .25rem .5rem; min-height: 2.75rem; } dl { margin: 0; } dt { font-weight: 600; } dd { margin: 0 0 .25rem; }`;

/** The page of the local world, in plain HTML without script. Pure. */
export function renderPage(shown: Shown): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The local world</title><style>${style}</style></head>
<body>
<header><h1>The local world</h1>
<nav aria-label="On this page"><a href="#clock">Clock</a> · <a href="#mail">Mail</a> · <a href="#executions">Executions</a> · <a href="#alarms">Alarms</a> · <a href="#ignored">Left out</a></nav></header>
<main>
<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
<p>It is <time datetime="${shown.now}">${shown.now}</time>.</p>
<form method="post" action="/_local/clock"><label for="advance">Move forward by (P3D is three days, PT6H six hours)</label>
<input id="advance" name="advance" value="P1D" required> <button>Move the clock</button></form></section>
<section aria-labelledby="mail"><h2 id="mail">Mail</h2>${counted(shown.mails, 'mail')}${shown.mails.slice(0, mostShown).map(mailArticle).join('')}</section>
<section aria-labelledby="executions"><h2 id="executions">Executions</h2>${table(
    'Executions, newest first',
    ['Name', 'Status', 'State', 'Started'],
    shown.executions
      .slice(0, mostShown)
      .map((one) => [
        one.name,
        one.status,
        one.state === undefined ? '' : `${one.state}${one.waits ? ' (waits)' : ''}`,
        one.startedAt,
      ]),
  )}</section>
<section aria-labelledby="alarms"><h2 id="alarms">Alarms and dead letters</h2>${table(
    'Alarms',
    ['Alarm', 'State'],
    shown.alarms.map((one) => [one.name, one.state]),
  )}${table(
    'Dead letters',
    ['At', 'Function', 'Why'],
    shown.deadLetters.map((one) => [one.at, one.function, one.why]),
  )}</section>
<section aria-labelledby="ignored"><h2 id="ignored">Left out of the template, and why</h2>${table(
    'Left out',
    ['What', 'Type', 'Why'],
    shown.ignored.map((one) => [one.what, one.type, one.why]),
  )}</section>
</main>
</body>
</html>
`;
}

function counted(list: unknown[], what: string): string {
  const shownOf = list.length > mostShown ? `, the newest ${mostShown} of them below` : '';
  return `<p>${list.length} ${what}${list.length === 1 ? '' : 's'}${shownOf}.</p>`;
}

function mailArticle(mail: Mail): string {
  return `<article aria-labelledby="mail-${mail.id}"><h3 id="mail-${mail.id}">${escaped(mail.subject) || '(no subject)'}</h3>
<dl><dt>To</dt><dd>${escaped(mail.to.join(', '))}</dd><dt>From</dt><dd>${escaped(mail.from)}</dd><dt>At</dt><dd><time datetime="${mail.at}">${mail.at}</time></dd></dl>
<pre>${withLinks(mail.text)}</pre></article>`;
}

function table(caption: string, headings: string[], rows: string[][]): string {
  if (rows.length === 0) return `<p>${caption}: none.</p>`;
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
