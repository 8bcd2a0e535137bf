import { type Attended, askAgain, release, resume } from './answers.ts';
import { amend, type Case, record } from './case.ts';
import { endLegalHold, holdByLaw } from './legal-hold.ts';
import { type Acted, erase, resend, withdraw } from './submitter-acts.ts';

/** Withdraws a case for somebody who cannot do it from a mailed link. */
export function withdrawFor(current: Case, now: Date, by?: string): Attended {
  return attended(withdraw(current, now, by));
}

/** Erases a case for somebody who cannot do it from a mailed link. */
export function eraseFor(current: Case, now: Date, by?: string): Attended {
  return attended(erase(current, now, by));
}

/** Mails the links of a case anew. Its address is tried again if it took no mail before. */
export function resendFor(current: Case, now: Date, by?: string): Attended {
  const again = attended(resend(current, now, by));
  return again.kind === 'attended' ? { ...again, next: amend(again.next, { refused: [] }) } : again;
}

/** Erases at once what is held and not real. Nobody has confirmed its address, so nobody is told. */
export function drop(current: Case, now: Date, by?: string): Attended {
  if (current.status !== 'spam') return { kind: 'not-possible' };
  const eraseAt = now.toISOString();
  if (current.eraseAt !== undefined && current.eraseAt <= eraseAt) return { kind: 'nothing-to-do' };
  return { kind: 'attended', next: record(current, now, 'asked-to-erase', { eraseAt }, { by }) };
}

function attended(acted: Acted): Attended {
  switch (acted.kind) {
    case 'acted':
      return { kind: 'attended', next: acted.next };
    case 'acted-before':
      return { kind: 'nothing-to-do' };
    case 'not-possible':
      return acted;
  }
}

/** What an operator, whose name is the last argument, does to one case. */
export const operatorActs = {
  release,
  drop,
  resume,
  'ask-again': askAgain,
  resend: resendFor,
  withdraw: withdrawFor,
  erase: eraseFor,
  hold: holdByLaw,
  unhold: endLegalHold,
} as const satisfies Record<string, (current: Case, now: Date, by?: string) => Attended>;
export type OperatorAct = keyof typeof operatorActs;
