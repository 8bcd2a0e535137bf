import type { Workflow } from '#shared/aws/workflow.ts';
import { confirm } from './answers.ts';
import type { Case } from './case.ts';
import type { CaseStore } from './case-store.ts';
import { followUp } from './follow-up.ts';

export type AddressConfirmed = { kind: 'confirmed' | 'confirmed-before' | 'too-late'; case: Case };

/** The submitter pressed the button: the case goes to the moderators. */
export async function confirmAddress(
  ports: { cases: CaseStore; workflow: Workflow; now: () => Date },
  submissionId: string,
): Promise<AddressConfirmed | undefined> {
  const changed = await ports.cases.change(submissionId, (current) => confirm(current, ports.now()));
  if (changed === undefined) return undefined;
  if (changed.outcome.kind === 'confirmed') await followUp(ports.workflow, changed.case, ports.now());
  return { kind: changed.outcome.kind, case: changed.case };
}
