import { createHmac } from 'node:crypto';
import { logError } from '#shared/aws/log.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import type { GateStore } from './gate-store.ts';
import { type Counter, countersOf, dayOf, formShards, networkOf, type Rate, standingOf } from './post-budget.ts';
import { isProof } from './proof-of-work.ts';

export interface GatePorts {
  readonly gate: GateStore;
  readonly limits: PostLimits;
  readonly now: () => Date;
  /** A whole number below that one, by chance. */
  readonly pick: (below: number) => number;
}

/** How a post comes to the gate. */
export interface Arrival {
  readonly form: string;
  /** The address that the gateway saw. */
  readonly address: string;
  /** The solved challenge that it brings. */
  readonly proof?: string | undefined;
  /** Whether its sender is content with a person looking first. */
  readonly mayBeHeld: boolean;
}

/** `held`: taken in, but nobody is asked before an operator has looked. */
interface Admitted {
  readonly kind: 'admitted' | 'held';
  readonly rate: Rate | undefined;
}

/** `retryAfter`: when it may be taken in as it comes, in seconds. */
interface NotAdmitted<Why> {
  readonly kind: Why;
  readonly rate: Rate;
  readonly retryAfter: number;
}
export type Refused = NotAdmitted<'proof-of-work-required'> | NotAdmitted<'too-many'>;

/** Counts a post and says whether it may come in. What cannot be counted comes in: no sender pays for our trouble. */
export async function admit(ports: GatePorts, arrival: Arrival): Promise<Admitted | Refused> {
  const { gate, limits, now, pick } = ports;
  const at = now();
  const network = await hashedNetwork(gate, arrival.address, at);
  if (network === undefined) return { kind: 'admitted', rate: undefined };
  const counters = countersOf({ network, form: arrival.form, shard: pick(formShards) }, limits, at);
  const [ofNetwork, ...ofForm] = await Promise.all([
    counted(gate, counters.network),
    counted(gate, counters.form),
    counted(gate, counters.formDay),
  ]);
  const { kind, rate, retryAfter } = standingOf(ofNetwork, ofForm, at);
  if (kind === 'within') return { kind: 'admitted', rate };
  if (kind === 'far-over') return { kind: 'too-many', rate, retryAfter };
  if (await isProof(ports, arrival.form, arrival.proof)) return { kind: 'admitted', rate };
  return arrival.mayBeHeld ? { kind: 'held', rate } : { kind: 'proof-of-work-required', rate, retryAfter };
}

/** With the key of the day: who reads the table later cannot tell who posted. */
async function hashedNetwork(gate: GateStore, address: string, at: Date): Promise<string | undefined> {
  try {
    const key = await gate.dayKey(dayOf(at), at);
    return createHmac('sha256', key).update(networkOf(address)).digest('hex').slice(0, 32);
  } catch (error) {
    logError('the key of the day could not be read', error);
    return undefined;
  }
}

async function counted(gate: GateStore, counter: Counter) {
  try {
    return { counter, count: await gate.count(counter) };
  } catch (error) {
    logError('a post could not be counted', error);
    return { counter, count: undefined };
  }
}
