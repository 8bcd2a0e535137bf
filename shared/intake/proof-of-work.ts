import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod/mini';
import type { PostLimits } from '#shared/moderation/limits.ts';
import type { GateStore } from './gate-store.ts';
import { countersOf, dayOf, formShards } from './post-budget.ts';

/** How long a challenge can be solved and sent, in milliseconds. */
export const challengeLife = 600_000;
const algorithm = 'PBKDF2/SHA-256';
/** What a challenge costs to solve, by how far over its budget a form is: about 0.1, 0.5 and 1.5 seconds on a server, ten times that on an old phone. */
const steps = [
  { over: 0, cost: 1000, least: 400, most: 800 },
  { over: 2, cost: 2000, least: 800, most: 1400 },
  { over: 5, cost: 5000, least: 1000, most: 2000 },
] as const;

interface ChallengePorts {
  readonly gate: Pick<GateStore, 'dayKey' | 'counted'>;
  readonly limits: PostLimits;
  readonly now: () => Date;
  /** A whole number below that one, by chance. */
  readonly pick: (below: number) => number;
}

/** A challenge bound to a form, the harder the more is sent there. */
export async function challengeFor({ gate, limits, now, pick }: ChallengePorts, form: string) {
  const at = now();
  const { form: counter } = countersOf({ network: '', form, shard: pick(formShards) }, limits, at);
  const [secret, count] = await Promise.all([gate.dayKey(dayOf(at), at), gate.counted(counter)]);
  const { cost, least, most } = steps.findLast(({ over }) => count >= over * counter.budget) ?? steps[0];
  return createChallenge({
    algorithm,
    deriveKey,
    cost,
    counter: least + pick(most - least),
    expiresAt: new Date(at.getTime() + challengeLife),
    data: { form },
    ...secretsFrom(secret),
  });
}

/** A key of the day signs several things, each with a key of its own. */
function secretsFrom(dayKey: string) {
  const from = (what: string) => createHmac('sha256', dayKey).update(what).digest('hex');
  return { hmacSignatureSecret: from('challenge'), hmacKeySignatureSecret: from('solution') };
}

const Payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
      data: z.object({ form: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** Whether a challenge of ours for this form was solved, in time and never used before. It is used up by that. */
export async function isProof(
  { gate, now }: { readonly gate: Pick<GateStore, 'dayKey' | 'spend'>; readonly now: () => Date },
  form: string,
  posted: string | undefined,
): Promise<boolean> {
  const payload = read(posted);
  if (payload === undefined || payload.challenge.parameters.data.form !== form) return false;
  const at = now();
  const ends = payload.challenge.parameters.expiresAt * 1000;
  if (ends < at.getTime() || ends > at.getTime() + challengeLife) return false;
  const secret = await gate.dayKey(dayOf(new Date(ends - challengeLife)), at);
  const { challenge, solution } = payload;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secretsFrom(secret) });
  return verified && (await gate.spend(challenge.signature, at));
}

/** A widget posts it as JSON in base64. */
function read(posted = ''): z.infer<typeof Payload> | undefined {
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(posted, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
