import { logError } from '#shared/aws/log.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { type OperatorAct, operatorActs } from '#shared/case/operator-acts.ts';
import type { Waiting, WaitingStore } from '#shared/case/waiting-store.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { rehearse } from './rehearse.ts';
import { ShownCase } from './shown-case.ts';

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
  | Pick<Case, 'reference' | 'status' | 'parked' | 'held'>
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
    const { reference, status, parked, held } = current;
    return { submissionId, since, reference, status, parked, held };
  } catch (error) {
    logError('a case could not be read', error, { submissionId });
    return { submissionId, since, unreadable: true };
  }
}

/** What an operator wants besides: their name in the history, and whether only to hear what would be done. */
export interface Attending {
  readonly by?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** An operator's act on one case. A dry run ends in the same words and changes nothing. */
export async function attend(
  ports: AttendPorts,
  submissionId: string,
  act: OperatorAct,
  { by, dryRun = false }: Attending = {},
) {
  const apply = dryRun ? rehearse : answerCase;
  const changed = await apply(ports, submissionId, (current, now) => operatorActs[act](current, now, by));
  if (changed === undefined) return notThere(ports, submissionId);
  const { outcome } = changed;
  const settlesAt = outcome.kind === 'decided' ? outcome.settlesAt : undefined;
  return { outcome: outcome.kind, status: changed.case.status, settlesAt };
}

/** Why there is no case of that id to act on. */
async function notThere({ cases }: AttendPorts, submissionId: string) {
  return { outcome: (await cases.wasErased(submissionId)) ? ('erased' as const) : ('no-such-case' as const) };
}

/** A case as operators see it; with `content`, also what was sent in. */
export async function show(ports: AttendPorts, submissionId: string, content: boolean) {
  const current = await ports.cases.read(submissionId);
  if (current === undefined) return notThere(ports, submissionId);
  const mails = [...(await ports.cases.sentMails(submissionId))];
  const facts = await ports.cases.facts(current);
  const shown = { ...current, mails, facts, ...(content && { content: current.round.content }) };
  // Parsing leaves out what is not to be shown: task tokens, for one, and what moderators wrote.
  return { outcome: 'attended' as const, case: ShownCase.parse(shown) };
}
