import type { Case } from '#shared/case/case.ts';
import type { Decision, Vote } from '#shared/case/decision.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { LinkKind } from '#shared/links/link.ts';
import type { MailKind } from './mail-kind.ts';

/** A moderator, as far as a mail needs to know one. */
interface Person {
  readonly id: string;
}

/** An institution, as far as a mail needs to know it. */
interface Office {
  /** A code of the vocabulary's institutions. */
  readonly id: string;
  readonly lead: boolean;
  readonly moderators: readonly Person[];
}

/** A mail to be written: about which case, to whom, with which addresses. */
export interface MailOrder {
  readonly kind: MailKind;
  readonly case: Case;
  /** For a moderator also where they sit. */
  readonly to: {
    readonly name: string;
    readonly language: Language;
    readonly moderator?: Person;
    readonly institution?: Office;
  };
  /** One address for each of `linksOf(kind)` (compose.ts). */
  readonly links: Readonly<Partial<Record<LinkKind, string>>>;
  /** Where the service's own pages are, without a slash at the end. */
  readonly origin: string;
  /** Who reads what is answered to this mail; absent where nobody does. */
  readonly contact?: string | undefined;
}

/** The decision of which a mail speaks. Throws when there is none. */
export function requiredDecision({ case: of }: MailOrder): Decision {
  return required(of.decision, 'a decision');
}

/** What the moderator who gets the mail said, where that is not what was decided. */
export function recipientsVote(order: MailOrder): Vote | undefined {
  const decision = requiredDecision(order);
  const own = decision.votes?.find(({ by }) => by === order.to.moderator?.id);
  return own?.decision === decision.decision ? undefined : own;
}

/** Throws for what a mail speaks of and its order lacks. */
export function required<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`This mail needs ${name}`);
  return thing;
}
