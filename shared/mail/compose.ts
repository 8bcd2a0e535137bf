import { quoted } from '#shared/i18n/quotation.ts';
import { serviceName } from '#shared/i18n/service-name.ts';
import type { LinkKind } from '#shared/links/link.ts';
import { type Letter, renderHtml, renderText } from './letter.ts';
import { isRevision, letters, neededLinks } from './letters.ts';
import type { MailKind, MailOrder } from './order.ts';
import { nameToGreet, titleForSubject } from './untrusted.ts';
import type { MailWords } from './words/words.ts';
import { mailWords } from './words.ts';

/** The links that must be made before a mail of this kind can be written. */
export function linksOf(kind: MailKind): readonly LinkKind[] {
  return neededLinks[kind];
}

/**
 * Writes a mail in the recipient's language. Throws when the order lacks what the kind speaks of (a link, the case's open
 * question, its decision): such a mail was never owed.
 */
export function compose(order: MailOrder): { sender: string; subject: string; text: string; html: string } {
  const { language, name } = order.to;
  const words = mailWords[language];
  const sender = serviceName[language];
  const letter: Letter = {
    subject: subjectOf(order, words),
    greeting: words.greeting(nameToGreet(name)),
    blocks: [...letters[order.kind](words, order), order.contact === undefined ? words.unattended : words.attended],
    closing: [words.farewell, sender],
  };
  return { sender, subject: letter.subject, text: renderText(letter), html: renderHtml(letter, language) };
}

function subjectOf(order: MailOrder, words: MailWords): string {
  const title = quoted(titleForSubject(order.case.round.content.title), order.to.language);
  const kind = order.kind === 'review' && isRevision(order) ? 'revision' : order.kind;
  return words.subjects[kind](title);
}
