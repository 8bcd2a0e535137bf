import { logError } from '#shared/aws/log.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore, Changed, Outcome } from '#shared/case/case-store.ts';
import { driverName } from '#shared/case/driver.ts';
import { needsDriver, standingOf } from '#shared/case/standing.ts';
import { settlingFirst } from '#shared/case/votes.ts';

/**
 * Writes what a person has done to a case, after what has settled meanwhile, then starts or wakes its driver if anything has changed. `decide` is one of the
 * rules of answers.ts, and its ending is given back. Undefined: no such case.
 */
export async function answerCase<Ending extends Outcome>(
  { cases, workflow, now: clock }: { cases: CaseStore; workflow: Workflow; now: () => Date },
  submissionId: string,
  decide: (current: Case, now: Date) => Ending,
): Promise<Changed<Ending> | undefined> {
  const now = clock();
  const changed = await cases.change(submissionId, (current) =>
    settlingFirst(current, now, (latest) => decide(latest, now)),
  );
  if (changed?.outcome.next !== undefined) await followUp(workflow, changed.case, now);
  return changed;
}

/**
 * Starts or wakes the driver after a person's act has been written. What was written counts; if this fails, the person
 * need not know, for the reconciler finds the case by its `checkAt` and does the same.
 */
export async function followUp(workflow: Workflow, current: Case, now: Date): Promise<void> {
  if (!needsDriver(current)) return;
  try {
    if (current.driver?.phase === 'starting') await workflow.start(driverName(current), current.id);
    else if (current.wake !== undefined) await workflow.wake(current.wake, standingOf(current, now));
  } catch (error) {
    logError('the driver could not be reached; the reconciler will', error, { submissionId: current.id });
  }
}
