import { serviceTexts } from '#shared/i18n/texts/service.ts';
import type { LinkKind } from '#shared/links/link.ts';
import { type Letter, renderHtml, renderText } from './letter.ts';
import { isRevision, letters, neededLinks } from './letters.ts';
import type { MailKind } from './mail-kind.ts';
import type { MailOrder } from './order.ts';
import { type MailTexts, mailTexts } from './texts/mails.ts';
import { nameToGreet, titleForSubject } from './untrusted.ts';

/** The links that must be made before a mail of this kind can be written. */
export function linksOf(kind: MailKind): readonly LinkKind[] {
  return neededLinks[kind];
}

/** A mail as it leaves: who it says it is from, and the letter as text and as HTML. */
export function compose(order: MailOrder): { sender: string; subject: string; text: string; html: string } {
  const { language } = order.to;
  const letter = letterFor(order);
  const sender = serviceTexts.in(language).name;
  return { sender, subject: letter.subject, text: renderText(letter), html: renderHtml(letter, language) };
}

/**
 * Writes a letter in the recipient's language. Throws when the order lacks what the kind speaks of (a link, the case's open
 * question, its decision): such a mail was never owed.
 */
export function letterFor(order: MailOrder): Letter {
  const { language, name } = order.to;
  const texts = mailTexts.in(language);
  const { name: sender, purpose } = serviceTexts.in(language);
  return {
    subject: subjectOf(order, texts),
    greeting: greetingTo(name, texts),
    blocks: [...letters[order.kind](texts, order), order.contact === undefined ? texts.unattended : texts.attended],
    closing: [texts.farewell, sender, purpose],
    seal: sealed.has(order.kind) ? sealOf(order, texts) : undefined,
  };
}

/** The mails that end with a check number: whoever rewrote the history later would have to change these too. */
const sealed: ReadonlySet<MailKind> = new Set([
  'acknowledgement',
  'published',
  'rejected',
  'lapsed',
  'revision-rejected',
  'revision-lapsed',
  'withdrawn',
  'erased',
]);

/** The reference and the beginning of the newest hash in the chain of facts. */
function sealOf({ case: of }: MailOrder, { seal }: MailTexts): string | undefined {
  const newest = of.facts.at(-1);
  return newest && seal({ reference: of.reference, digits: newest.hash.slice(0, 12) });
}

function greetingTo(name: string, { greeting, greetingByName }: MailTexts): string {
  const greeted = nameToGreet(name);
  return greeted === undefined ? greeting : greetingByName({ name: greeted });
}

function subjectOf(order: MailOrder, texts: MailTexts): string {
  const title = serviceTexts.in(order.to.language).quoted({ text: titleForSubject(order.case.round.content.title) });
  const kind = order.kind === 'review' && isRevision(order) ? 'revision' : order.kind;
  return texts.subjects[kind]({ title });
}
