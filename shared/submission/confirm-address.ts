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
  const changed = await ports.cases.change(submissionId, (current) => {
    const confirmed = confirm(current, ports.now());
    return confirmed.kind === 'confirmed'
      ? { next: confirmed.next, outcome: confirmed.kind }
      : { outcome: confirmed.kind };
  });
  if (changed === undefined) return undefined;
  if (changed.outcome === 'confirmed') await followUp(ports.workflow, changed.case, ports.now());
  return { kind: changed.outcome, case: changed.case };
}
