import { createHmac } from 'node:crypto';
import { logError } from '#shared/aws/log.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import type { GateStore } from './gate-store.ts';
import {
  type Counted,
  type Counter,
  countersOf,
  dayOf,
  formShards,
  networkOf,
  type Rate,
  standingOf,
} from './post-budget.ts';

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
  readonly rate: Rate;
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
  const shard = pick(formShards);
  const { form, formDay } = countersOf({ network: '', form: arrival.form, shard }, limits, at);
  const [ofNetwork, ...ofForm] = await Promise.all([
    countedNetwork(ports, arrival, at),
    counted(gate, form),
    counted(gate, formDay),
  ]);
  const { kind, rate, retryAfter } = standingOf(ofNetwork, ofForm, at);
  if (kind === 'within') return { kind: 'admitted', rate };
  if (kind === 'far-over') return { kind: 'too-many', rate, retryAfter };
  // Few posts come so far, and a cold start need not load for them what judges a proof.
  const { isProof } = await import('./proof-of-work.ts');
  if (await isProof(ports, arrival.form, arrival.proof)) return { kind: 'admitted', rate };
  return arrival.mayBeHeld ? { kind: 'held', rate } : { kind: 'proof-of-work-required', rate, retryAfter };
}

/** By a hash with the key of the day: who reads the table later cannot tell who posted. */
async function countedNetwork({ gate, limits }: GatePorts, { address, form }: Arrival, at: Date): Promise<Counted> {
  const counterOf = (network: string) => countersOf({ network, form, shard: 0 }, limits, at).network;
  try {
    const key = await gate.dayKey(dayOf(at), at);
    const network = createHmac('sha256', key).update(networkOf(address)).digest('hex').slice(0, 32);
    return counted(gate, counterOf(network));
  } catch (error) {
    logError('the key of the day could not be read', error);
    return { counter: counterOf(''), count: undefined };
  }
}

async function counted(gate: GateStore, counter: Counter): Promise<Counted> {
  try {
    return { counter, count: await gate.count(counter) };
  } catch (error) {
    logError('a post could not be counted', error);
    return { counter, count: undefined };
  }
}
