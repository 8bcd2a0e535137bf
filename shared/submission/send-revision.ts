import type { Workflow } from '#shared/aws/workflow.ts';
import type { Content } from '#shared/forms/form.ts';
import { type Revised, revise } from './answers.ts';
import type { Case } from './case.ts';
import type { CaseStore } from './case-store.ts';
import { hashOf } from './content-hash.ts';
import { followUp } from './follow-up.ts';

export interface RevisionSent {
  readonly kind: Revised['kind'];
  readonly case: Case;
}

/** The submitter answered requested changes: the next round begins, for the same moderators. */
export async function sendRevision(
  ports: { cases: CaseStore; workflow: Workflow; now: () => Date },
  submissionId: string,
  round: number,
  content: Content,
): Promise<RevisionSent | undefined> {
  const revision = { round, content, contentHash: hashOf(content) };
  const changed = await ports.cases.change(submissionId, (current) => revise(current, revision, ports.now()));
  if (changed === undefined) return undefined;
  if (changed.outcome.kind === 'revised') await followUp(ports.workflow, changed.case, ports.now());
  return { kind: changed.outcome.kind, case: changed.case };
}
