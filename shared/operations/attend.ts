import { logError } from '#shared/aws/log.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import { askAgain, release, resume } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { endLegalHold, eraseFor, holdByLaw } from '#shared/case/legal-hold.ts';
import type { Waiting, WaitingStore } from '#shared/case/waiting-store.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';

/** How many waiting cases of one shard are listed. */
const perShard = 50;

export interface AttendPorts {
  readonly cases: CaseStore;
  readonly waiting: WaitingStore;
  readonly workflow: Workflow;
  readonly now: () => Date;
}

/** A case that waits for a moderator or an operator: nothing of its content, only what tells it apart and why it waits. */
type WaitingCase = { readonly submissionId: string; readonly since: string } & (
  | Pick<Case, 'reference' | 'status' | 'parked'>
  | { readonly unreadable: true }
);

/** What waits for a moderator or an operator, or what screening holds; the oldest first. */
export async function listWaiting(
  { cases, waiting: store, now }: AttendPorts,
  what: 'waiting' | 'held',
): Promise<WaitingCase[]> {
  const waiting = await store[what](now(), perShard);
  const described = await Promise.all(waiting.map((one) => describe(cases, one)));
  return described.filter((one) => one !== undefined);
}

/** A case that cannot be read (a release has been rolled back) must not hide the others. */
async function describe(cases: CaseStore, { id: submissionId, since }: Waiting): Promise<WaitingCase | undefined> {
  try {
    const current = await cases.read(submissionId);
    if (current === undefined) return undefined;
    const { reference, status, parked } = current;
    return { submissionId, since, reference, status, parked };
  } catch (error) {
    logError('a case could not be read', error, { submissionId });
    return { submissionId, since, unreadable: true };
  }
}

const acts = {
  release,
  resume,
  'ask-again': askAgain,
  erase: eraseFor,
  hold: holdByLaw,
  unhold: endLegalHold,
} as const;
export type OperatorAct = keyof typeof acts;

/**
 * An operator's act, in whose history `by` stands: releases what screening held, resumes a parked case, has a review begin
 * anew, has a case erased, or keeps it from being erased while a legal claim needs it.
 */
export async function attend(ports: AttendPorts, submissionId: string, act: OperatorAct, by?: string) {
  const changed = await answerCase(ports, submissionId, (current, now) => acts[act](current, now, by));
  if (changed === undefined) return { outcome: 'no-such-case' as const };
  return { outcome: changed.outcome.kind, status: changed.case.status };
}
