import type { Attended } from './answers.ts';
import { type Case, record } from './case.ts';

/** A case that is needed for a legal claim is not erased, whoever asks and however long it has been kept (GDPR, article 17.3e). */
export function holdByLaw(current: Case, now: Date, by?: string): Attended {
  if (current.legalHold !== undefined) return { kind: 'nothing-to-do' };
  const legalHold = { at: now.toISOString() };
  return { kind: 'attended', next: unmoved(current, record(current, now, 'legal-hold', { legalHold }, { by })) };
}

/** What was to be erased meanwhile is then. */
export function endLegalHold(current: Case, now: Date, by?: string): Attended {
  if (current.legalHold === undefined) return { kind: 'nothing-to-do' };
  const next = record(current, now, 'legal-hold-ended', { legalHold: undefined }, { by });
  return { kind: 'attended', next: unmoved(current, next) };
}

/** How long a case is kept counts from what last happened in it, not from this. */
function unmoved({ updatedAt }: Case, next: Case): Case {
  return { ...next, updatedAt };
}
