import type { Mail } from '../mail/mailbox.ts';
import { escaped, timeTag, withLinks } from './html.ts';
import { mailAddress, sourceOf } from './mail-views.ts';

/** How many mails stand unfolded as a list, and how many more the page has below them. */
const mostListed = 20;
const mostOlder = 180;

/** The mailbox, newest first: each mail is folded to a line or two, but for the newest. Pure. */
export function mailList(mails: Mail[]): string {
  if (mails.length === 0)
    return '<p>No mail yet. Send something in at <a href="/">the service</a>, then load this page again.</p>';
  const articles = mails.slice(0, mostListed + mostOlder).map((mail, index) => mailArticle(mail, index === 0));
  const older = articles.slice(mostListed);
  return `<p>${counted(mails.length)}, the newest first.</p>
${articles.slice(0, mostListed).join('')}${older.length === 0 ? '' : `<details class="older"><summary>${older.length} older</summary>${older.join('')}</details>`}
${mails.length > mostListed + mostOlder ? '<p>All of them are in <a href="/_local/mail">/_local/mail</a>.</p>' : ''}
<form method="post" action="/_local/mail/clear"><button>Empty the mailbox</button></form>`;
}

const counted = (count: number) => (count === 1 ? 'One mail' : `${count} mails`);

function mailArticle(mail: Mail, isOpen: boolean): string {
  const { id, subject, to, from } = mail;
  return `<article aria-labelledby="mail-${id}"><details${isOpen ? ' open' : ''}>
<summary><h3 id="mail-${id}">${escaped(subject) || '(no subject)'}</h3><span>To ${escaped(to.join(', '))} · ${timeTag(mail.at)}</span></summary>
<p>From ${escaped(from)}</p>
${view('Text', `<pre>${withLinks(mail.text)}</pre>`, true)}
${mail.html === '' ? '' : view('HTML', htmlFrame(mail))}
${view('Source', `<pre class="source">${escaped(sourceOf(mail))}</pre>`)}
</details></article>`;
}

/** One of the ways to look at a mail. */
function view(title: string, content: string, isOpen = false): string {
  return `<details class="view"${isOpen ? ' open' : ''}><summary>${title}</summary>${content}</details>`;
}

/** Loaded when it is unfolded. Nothing in it runs; a link in it opens in place of this page. */
function htmlFrame(mail: Mail): string {
  const title = `HTML of ${escaped(mail.subject) || 'a mail without a subject'}`;
  return `<iframe src="${mailAddress(mail)}" title="${title}" loading="lazy" sandbox="allow-top-navigation-by-user-activation"></iframe>`;
}
