import type { DeadLetter } from '../events/dead-letters.ts';
import type { Mail } from '../mail/mailbox.ts';
import type { Ignored } from '../template/support.ts';
import { table, timeTag } from './html.ts';
import { mailList } from './mail-list.ts';
import { style } from './style.ts';

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

const mostExecutions = 100;
const moves = { PT10M: '+10 minutes', PT1H: '+1 hour', P1D: '+1 day', P3D: '+3 days', P7D: '+7 days' };

/** The page of the local world, in plain HTML without script. Pure. */
export function renderPage(shown: Shown): string {
  const ringing = shown.alarms.filter(({ state }) => state === 'ALARM').length + shown.deadLetters.length;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox and clock of the local world</title><style>${style}</style></head>
<body>
<header><h1>The local world</h1>
<p>Your own AWS, on this machine: it runs <a href="/">the service</a>, keeps the mails that it sends, and has a clock that you can move.</p>
<nav aria-label="On this page"><a href="#mail">Mailbox</a> <a href="#clock">Clock</a> <a href="#inside">Inside</a></nav></header>
<main>
<section aria-labelledby="mail"><h2 id="mail">Mailbox</h2>${mailList(shown.mails)}</section>
<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
<p>It is ${timeTag(shown.now)}. Reminders and deadlines come when it is moved.</p>
<form method="post" action="/_local/clock"><span id="forward">Forward by:</span>
${Object.entries(moves)
  .map(([duration, words]) => `<button name="advance" value="${duration}" aria-describedby="forward">${words}</button>`)
  .join(' ')}</form>
<form method="post" action="/_local/clock"><label for="advance">or by a duration, such as PT6H or P30D</label>
<input id="advance" name="advance" required> <button>Move the clock</button></form></section>
<section aria-labelledby="inside"><h2 id="inside">Inside</h2>
${more(`Executions: ${shown.executions.length}`, executionTable(shown))}
${more(`Alarms and dead letters: ${ringing === 0 ? 'quiet' : ringing}`, alarmTables(shown), ringing > 0)}
${more(`Left out of the template: ${shown.ignored.length}`, ignoredTable(shown))}</section>
</main>
</body>
</html>
`;
}

const more = (title: string, content: string, isOpen = false) =>
  `<details class="more"${isOpen ? ' open' : ''}><summary>${title}</summary>${content}</details>`;

function executionTable({ executions }: Shown): string {
  const newest = executions.slice(0, mostExecutions);
  return table(
    executions.length > mostExecutions ? `The newest ${mostExecutions}` : 'Executions, newest first',
    ['Name', 'Status', 'State', 'Started'],
    newest.map(({ name, status, state, waits, startedAt }) => [
      name,
      status,
      state === undefined ? '' : `${state}${waits ? ' (waits)' : ''}`,
      startedAt,
    ]),
  );
}

function alarmTables({ alarms, deadLetters }: Shown): string {
  return [
    table(
      'Alarms',
      ['Alarm', 'State'],
      alarms.map((one) => [one.name, one.state]),
    ),
    table(
      'Dead letters',
      ['At', 'Function', 'Why'],
      deadLetters.map((one) => [one.at, one.function, one.why]),
    ),
  ].join('');
}

function ignoredTable({ ignored }: Shown): string {
  return table(
    'Left out, and why',
    ['What', 'Type', 'Why'],
    ignored.map((one) => [one.what, one.type, one.why]),
  );
}
