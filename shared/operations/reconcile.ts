import type { ExecutionEnded } from '#shared/aws/events.ts';
import { logError, logInfo } from '#shared/aws/log.ts';
import { count, measureOldestWaiting } from '#shared/aws/metrics.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import { claimCheck, driverName, isParkedBy, isWaiting, replaceDriver } from '#shared/case/driver.ts';
import { needsDriver, standingOf } from '#shared/case/standing.ts';
import { settled, settlingFirst } from '#shared/case/votes.ts';
import type { WaitingStore } from '#shared/case/waiting-store.ts';
import type { MailPorts } from '#shared/moderation/deliver-mails.ts';
import { mailAndRest } from '#shared/moderation/mail-and-rest.ts';
import { measureLeft, takeDue, timer } from './take-due.ts';

/** How long a run goes on, in milliseconds: it ends before the next begins, a minute later, which takes the rest. */
const runsFor = 50_000;

type ReconcilePorts = MailPorts & { readonly waiting: WaitingStore; readonly workflow: Workflow };

/**
 * Carries on what was recorded and not followed up: a start, a wake-up, a mail, a publication. Looks only at cases whose
 * time to look has come. Gives their number.
 */
export async function reconcileDue(ports: ReconcilePorts): Promise<number> {
  await measureWaiting(ports);
  let unreadable: unknown;
  const run = await takeDue(ports.waiting.dueChecks(ports.now()), timer(ports.now, runsFor), async (id) => {
    try {
      await reconcileOne(ports, id);
    } catch (error) {
      logError('a case could not be read', error, { submissionId: id });
      unreadable = error;
    }
  });
  if (!run.all) await measureLeft(ports, 'checks');
  // After all others, for the alarm.
  if (unreadable !== undefined) throw unreadable;
  return run.taken;
}

/** A metric is paid for while it is written, so a nought is not: silence says that nobody waits. */
async function measureWaiting({ waiting, now }: ReconcilePorts): Promise<void> {
  const [oldest] = await waiting.waiting(now(), 1);
  if (oldest === undefined) return;
  const hours = Math.floor((now().getTime() - Date.parse(oldest.since)) / 3_600_000);
  if (hours > 0) measureOldestWaiting(hours);
}

/**
 * The case is claimed first, so that no other run does the same meanwhile, and so that it comes again later when it
 * cannot be carried on now. It must not hold up the others.
 */
async function reconcileOne(ports: ReconcilePorts, submissionId: string): Promise<void> {
  const changed = await ports.cases.change(submissionId, (current) => {
    const now = ports.now();
    const claim = claimCheck(current, now);
    return claim.kind === 'claimed' ? { ...claim, next: settled(claim.next, now) } : claim;
  });
  if (changed?.outcome.kind !== 'claimed') return;
  try {
    await reconcile(ports, changed.case);
  } catch (error) {
    logError('a case could not be carried on', error, { submissionId });
  }
}

/** Sends what is owed, with or without a driver; then sees to it that there is one where it is needed. */
async function reconcile(ports: ReconcilePorts, claimed: Case): Promise<void> {
  const delivery = await mailAndRest(ports, claimed);
  if (delivery.kind === 'deferred' && delivery.alarming) count('MailsHeldUp');
  const { case: current } = delivery;
  if (!needsDriver(current) || isWaiting(current, ports.now())) return;
  if (!(await reachDriver(ports, current))) await replace(ports, current.id, driverName(current), true);
}

/** Whether the driver is alive: it could be woken, or its start could be repeated under the same name. */
async function reachDriver({ workflow, now }: ReconcilePorts, current: Case): Promise<boolean> {
  if (current.wake !== undefined && (await workflow.wake(current.wake, standingOf(current, now()))) === 'woken')
    return true;
  return (await workflow.start(driverName(current), current.id)) === 'running';
}

/** An execution has ended. Its case gets a new driver if it still needs one. An aborted one is not held against the case. */
export async function onExecutionEnded(
  ports: ReconcilePorts,
  { name, status }: ExecutionEnded['detail'],
): Promise<void> {
  const submissionId = name.slice(0, name.lastIndexOf('-'));
  await replace(ports, submissionId, name, status !== 'ABORTED');
}

async function replace(ports: ReconcilePorts, submissionId: string, execution: string, counts: boolean): Promise<void> {
  const now = ports.now();
  const changed = await ports.cases.change(submissionId, (current) =>
    settlingFirst(current, now, (latest) => replaceDriver(latest, execution, counts, now)),
  );
  if (changed === undefined) return;
  if (isParkedBy(changed.case, execution)) return count('CasesParked');
  if (changed.outcome.kind !== 'written') return;
  logInfo('a new driver takes over', { submissionId, execution: driverName(changed.case) });
  await ports.workflow.start(driverName(changed.case), submissionId);
}
