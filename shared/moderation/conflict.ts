import type { Case } from '#shared/case/case.ts';
import { languages } from '#shared/i18n/language.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import type { Institution, Moderator } from './settings.ts';

/** Whose own a case is. */
export interface Concerned {
  readonly submitter: { readonly email: string };
  readonly contact: { readonly email: string };
  readonly organisation: string;
}

/** Whom a case concerns in its present round. */
export function concernedBy({ submitter, round: { content } }: Pick<Case, 'submitter' | 'round'>): Concerned {
  return { submitter, contact: content.contact, organisation: content.organisation };
}

/** A moderator and the institution in whose name they decide. */
export interface Seat {
  readonly moderator: Moderator;
  readonly institution: Institution;
}

/** By what a case is somebody's own: they are its submitter or contact, or their institution sent it in, by address or by name. */
export type Conflict = 'own-address' | 'own-domain' | 'own-organisation';

/** Why somebody would decide about their own; undefined when they would not. */
export function conflictOf(
  { moderator, institution }: Seat,
  { submitter, contact, organisation }: Concerned,
): Conflict | undefined {
  const addresses = [submitter.email, contact.email].map((address) => address.toLowerCase());
  const own = [...namesOf(institution), ...(moderator.belongsTo ?? [])].map(folded);
  if (addresses.includes(personOf(moderator))) return 'own-address';
  if (addresses.some((address) => institution.domains?.some((domain) => isIn(address, domain)))) return 'own-domain';
  return own.includes(folded(organisation)) ? 'own-organisation' : undefined;
}

/** Whether somebody would decide about their own. They are neither asked nor let decide. */
export function isInConflict(seat: Seat, of: Concerned): boolean {
  return conflictOf(seat, of) !== undefined;
}

/** One person is one mail address, whatever they are called where. */
export function personOf({ email }: Moderator): string {
  return email.toLowerCase();
}

function isIn(address: string, domain: string): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1);
  return host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`);
}

function namesOf({ id }: Institution): string[] {
  return languages.map((language) => labelOf('institutions', id, language));
}

/** A name as people mean it: `NORDREGIO ` is Nordregio. */
function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
