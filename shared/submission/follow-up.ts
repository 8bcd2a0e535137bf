import { logError } from '#shared/aws/log.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import type { Case } from './case.ts';
import { driverName } from './driver.ts';
import { needsDriver, standingOf } from './standing.ts';

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
