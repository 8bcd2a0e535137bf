import * as z from 'zod/mini';
import type { FieldKind, Fields } from '#shared/forms/fields.ts';
import type { Content } from '#shared/forms/form.ts';
import { cleanLine } from './clean-line.ts';
import { disposableDomains } from './disposable-domains.ts';

/** Why a submission was thought odd. Shown to moderators in words. */
export const suspicions = [
  'honeypot',
  'too-fast',
  'link-farm',
  'link-in-title',
  'link-in-line',
  'repetition',
  'disposable-sender',
] as const;
export const Suspicion = z.enum(suspicions);
export type Suspicion = z.infer<typeof Suspicion>;

export const Verdict = z.object({ kind: z.enum(['clean', 'suspect', 'spam']), reasons: z.array(Suspicion) });
/** What automatic screening says. It never publishes and never rejects: spam is held until an operator looks. */
export type Verdict = z.infer<typeof Verdict>;

/** How a submission came in, beside its content. */
export interface Circumstances {
  /** What stood in the field that people cannot see. */
  readonly honeypot: string;
  /** Seconds between our own page being shown and posted; undefined for posts from elsewhere. */
  readonly secondsOnPage: number | undefined;
}

/** Nobody reads the form in less. Quick hands and autofill exist, so speed alone never holds a submission. */
const quickestPerson = 3;
/** Links in all texts together, beside the field for the website. */
const manyLinks = 8;
/** Texts shorter than this repeat words naturally. */
const fewWords = 30;

/** Judges a submission by rules that can be read and argued with. `fields` are those of its form. */
export function screen(fields: Fields, content: Content, circumstances: Circumstances): Verdict {
  const { title: _judged, ...others } = fields;
  const texts = textsOf(fields, content, ['line', 'text']);
  const reasons: Suspicion[] = [];
  if (circumstances.honeypot.trim() !== '') reasons.push('honeypot');
  if (circumstances.secondsOnPage !== undefined && circumstances.secondsOnPage < quickestPerson)
    reasons.push('too-fast');
  if (isLinkFarm(texts)) reasons.push('link-farm');
  if (hasLink(content.title)) reasons.push('link-in-title');
  if (textsOf(others, content, ['line']).some(hasLink)) reasons.push('link-in-line');
  if (texts.some(isRepetition)) reasons.push('repetition');
  if (isDisposable(content.contact.email)) reasons.push('disposable-sender');
  return { kind: worst(reasons), reasons };
}

/** Judges a revision alike. Its sender has confirmed an address, and so is never held: moderators see the reasons. */
export function screenRevision(fields: Fields, content: Content, circumstances: Circumstances): Verdict {
  const { kind, reasons } = screen(fields, content, circumstances);
  return { kind: kind === 'spam' ? 'suspect' : kind, reasons };
}

function worst(reasons: readonly Suspicion[]): Verdict['kind'] {
  if (reasons.length === 0) return 'clean';
  const mild: readonly Suspicion[] = ['too-fast', 'disposable-sender'];
  return reasons.every((reason) => mild.includes(reason)) ? 'suspect' : 'spam';
}

/** What was written into the fields of some kinds, in groups too. */
function textsOf(fields: Fields, content: object, kinds: readonly FieldKind[]): string[] {
  const written = new Map<string, unknown>(Object.entries(content));
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = written.get(name);
    if (field.kind === 'group')
      return typeof value === 'object' && value !== null ? textsOf(field.fields, value, kinds) : [];
    return kinds.includes(field.kind) && typeof value === 'string' ? [value] : [];
  });
}

/** Whether a line holds a web address; as a mail would show it, without characters that nobody sees. */
function hasLink(line: string): boolean {
  return /:\/\/|www\./i.test(cleanLine(line));
}

function isLinkFarm(texts: readonly string[]): boolean {
  const links = texts.flatMap((text) => text.match(/https?:\/\/|\[url|<a\s/gi) ?? []);
  return links.length >= manyLinks;
}

/** The same words over and over: a long text that makes do with very few different ones. */
function isRepetition(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= fewWords && new Set(words).size / words.length < 0.2;
}

function isDisposable(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return disposableDomains.some((known) => domain === known || domain.endsWith(`.${known}`));
}
