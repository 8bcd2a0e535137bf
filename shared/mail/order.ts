import type { Case, Ruling } from '#shared/case/case.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { LinkKind } from '#shared/links/link.ts';
import type { MailKind } from '#shared/moderation/owed-mails.ts';
import type { Institution, Moderator } from '#shared/moderation/settings.ts';

/** A mail to be written: about which case, to whom, with which addresses. */
export interface MailOrder {
  readonly kind: MailKind;
  readonly case: Case;
  /** For a moderator also where they sit. */
  readonly to: {
    readonly name: string;
    readonly language: Language;
    readonly moderator?: Moderator;
    readonly institution?: Institution;
  };
  /** One address for each of `linksOf(kind)` (compose.ts). */
  readonly links: Readonly<Partial<Record<LinkKind, string>>>;
  /** Where the service's own pages are, without a slash at the end. */
  readonly origin: string;
  /** Who reads what is answered to this mail; absent where nobody does. */
  readonly contact?: string | undefined;
}

/** The decision of which a mail speaks. Throws when there is none. */
export function decisionOf({ case: of }: MailOrder): Ruling {
  return required(of.ruling, 'a decision');
}

/** Throws for what a mail speaks of and its order lacks. */
export function required<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`This mail needs ${name}`);
  return thing;
}
