import type { Workflow } from '#shared/aws/workflow.ts';
import { askAgain, release, resume } from './answers.ts';
import type { Case } from './case.ts';
import type { CaseStore } from './case-store.ts';
import { followUp } from './follow-up.ts';

/** How many waiting cases of one shard are listed. */
const perShard = 50;

interface AttendPorts {
  readonly cases: CaseStore;
  readonly workflow: Workflow;
  readonly now: () => Date;
}

/** A case that waits for a moderator or an operator: nothing of its content, only what tells it apart and why it waits. */
export interface WaitingCase {
  readonly submissionId: string;
  readonly reference: string;
  readonly status: Case['status'];
  readonly parked: Case['parked'];
  readonly since: string;
}

/** What waits for a moderator or an operator, or what screening holds; the oldest first. */
export async function listWaiting({ cases, now }: AttendPorts, what: 'waiting' | 'held'): Promise<WaitingCase[]> {
  const waiting = await cases[what](now(), perShard);
  const described = waiting.map(async ({ id, since }) => {
    const current = await cases.read(id);
    return (
      current && {
        submissionId: id,
        reference: current.reference,
        status: current.status,
        parked: current.parked,
        since,
      }
    );
  });
  return (await Promise.all(described)).filter((one) => one !== undefined);
}

const acts = { release, resume, 'ask-again': askAgain };

/** An operator's act: releases what screening held, resumes a parked case, or has a review begin anew. */
export async function attend({ cases, workflow, now }: AttendPorts, submissionId: string, act: keyof typeof acts) {
  const changed = await cases.change(submissionId, (current) => acts[act](current, now()));
  if (changed === undefined) return { outcome: 'no-such-case' as const };
  if (changed.outcome.kind === 'attended') await followUp(workflow, changed.case, now());
  return { outcome: changed.outcome.kind, status: changed.case.status };
}
