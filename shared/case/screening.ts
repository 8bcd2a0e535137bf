import * as z from 'zod/mini';
import type { Content } from '#shared/forms/form.ts';
import { cleanLine } from './clean-line.ts';
import { disposableDomains } from './disposable-domains.ts';

/** Why a submission was thought odd. Shown to moderators in words. */
export const suspicions = [
  'honeypot',
  'too-fast',
  'link-farm',
  'link-in-title',
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

/** Judges a submission by rules that can be read and argued with. */
export function screen(content: Content, circumstances: Circumstances): Verdict {
  const texts = textsOf(content);
  const reasons: Suspicion[] = [];
  if (circumstances.honeypot.trim() !== '') reasons.push('honeypot');
  if (circumstances.secondsOnPage !== undefined && circumstances.secondsOnPage < quickestPerson)
    reasons.push('too-fast');
  if (isLinkFarm(texts)) reasons.push('link-farm');
  // As a mail would show it: without characters that nobody sees.
  if (/:\/\/|www\./i.test(cleanLine(content.title))) reasons.push('link-in-title');
  if (texts.some(isRepetition)) reasons.push('repetition');
  if (isDisposable(content.contact.email)) reasons.push('disposable-sender');
  return { kind: worst(reasons), reasons };
}

function worst(reasons: readonly Suspicion[]): Verdict['kind'] {
  if (reasons.length === 0) return 'clean';
  const mild: readonly Suspicion[] = ['too-fast', 'disposable-sender'];
  return reasons.every((reason) => mild.includes(reason)) ? 'suspect' : 'spam';
}

function textsOf(content: Content): string[] {
  const { website: _asked, ...texts } = content;
  return Object.values(texts).filter((value) => typeof value === 'string');
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
