import type { ExecutionEnded } from '#shared/aws/events.ts';
import { logError, logInfo } from '#shared/aws/log.ts';
import { count, measureOldestWaiting } from '#shared/aws/metrics.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import { amend, type Case, type Changes } from '#shared/submission/case.ts';
import { driverName, isWaiting, lookAgainAt, replaceDriver, tryAgainAt } from '#shared/submission/driver.ts';
import { needsDriver, standingOf } from '#shared/submission/standing.ts';
import { deliverOwedMails, type MailPorts } from './deliver-mails.ts';

/** How many cases of one shard are looked at in one run; the next run takes the rest. */
const perShard = 50;

export type ReconcilePorts = MailPorts & { readonly workflow: Workflow };

/**
 * Carries on what was recorded and not followed up: a start, a wake-up, a mail, a publication. Looks only at cases whose
 * time to look has come. Gives their number.
 */
export async function reconcileDue(ports: ReconcilePorts): Promise<number> {
  const due = await ports.cases.dueChecks(ports.now(), perShard);
  for (const { id } of due) await reconcileOne(ports, id);
  const [oldest] = await ports.cases.waiting(ports.now(), 1);
  const waited = oldest === undefined ? 0 : ports.now().getTime() - Date.parse(oldest.since);
  measureOldestWaiting(Math.floor(waited / 3_600_000));
  return due.length;
}

/** One case that cannot be carried on now must not hold up the others, in this run or the next: it comes again later. */
async function reconcileOne(ports: ReconcilePorts, submissionId: string): Promise<void> {
  const current = await ports.cases.read(submissionId);
  if (current === undefined) return;
  try {
    await reconcile(ports, current);
  } catch (error) {
    logError('a case could not be carried on', error, { submissionId });
    await lookAgain(ports, current, { checkAt: tryAgainAt(ports.now()) });
  }
}

async function reconcile(ports: ReconcilePorts, current: Case): Promise<void> {
  if (!needsDriver(current)) return lookAgain(ports, current, { checkAt: undefined, wake: undefined });
  if (isWaiting(current, ports.now())) {
    await deliverOwedMails(ports, current);
    return lookAgain(ports, current, { checkAt: lookAgainAt(current, ports.now()) });
  }
  if (await reachDriver(ports, current))
    return lookAgain(ports, current, { checkAt: lookAgainAt(current, ports.now()) });
  await replace(ports, current.id, driverName(current), true);
}

/** Whether the driver is alive: it could be woken, or its start could be repeated under the same name. */
async function reachDriver({ workflow, now }: ReconcilePorts, current: Case): Promise<boolean> {
  if (current.wake !== undefined && (await workflow.wake(current.wake, standingOf(current, now()))) === 'woken')
    return true;
  return (await workflow.start(driverName(current), current.id)) === 'running';
}

/** Sets when to look again, unless something has happened meanwhile; then that has set its own time. */
async function lookAgain(ports: ReconcilePorts, seen: Case, changes: Changes): Promise<void> {
  await ports.cases.save(seen, amend(seen, changes));
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
  const changed = await ports.cases.change(submissionId, (current) =>
    replaceDriver(current, execution, counts, ports.now()),
  );
  if (changed?.outcome.kind !== 'written') return;
  if (changed.case.parked !== undefined) return count('CasesParked');
  logInfo('a new driver takes over', { submissionId, execution: driverName(changed.case) });
  await ports.workflow.start(driverName(changed.case), submissionId);
}
