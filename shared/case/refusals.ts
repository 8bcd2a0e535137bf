import { type Case, record } from './case.ts';
import { hashOf } from './content-hash.ts';

/*
 * An address that takes no mail is no fault of the case, which goes on with the others. It is noted until an operator has the
 * case carried on or asked anew; the hash is that of the address, so that another address of the same person is tried.
 */

/** Whether an address is known to take no mail about this case. */
export function isRefused({ refused }: Pick<Case, 'refused'>, address: string): boolean {
  return refused.includes(hashOf(address));
}

type Noted = { kind: 'noted'; next: Case } | { kind: 'known' };

/** Notes that an address takes no mail: that of the moderator named, or else the submitter's. */
export function noteRefusal(current: Case, address: string, moderator: string | undefined, now: Date): Noted {
  if (isRefused(current, address)) return { kind: 'known' };
  const changes = { refused: [...current.refused, hashOf(address)] };
  return { kind: 'noted', next: record(current, now, 'address-refused', changes, { by: moderator }) };
}
