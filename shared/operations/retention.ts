import { logError } from '#shared/aws/log.ts';
import { measureOldestErasure } from '#shared/aws/metrics.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { eraseDueAt } from '#shared/case/erasure.ts';
import type { ErasureStore } from '#shared/case/erasure-store.ts';
import { isOutdated } from '#shared/case/publication.ts';
import type { WaitingStore } from '#shared/case/waiting-store.ts';
import { takeDue, timer } from './take-due.ts';

/** How long a run goes on, in milliseconds. The next takes the rest. */
const runsFor = 270_000;

interface RetentionPorts {
  readonly cases: CaseStore;
  readonly erasure: ErasureStore;
  readonly waiting: WaitingStore;
  readonly now: () => Date;
}

/** Erases every case whose time has come, and looks again at those erased before. Gives how many were looked at. */
export async function eraseAllDue(ports: RetentionPorts): Promise<number> {
  const run = await takeDue(ports.waiting.dueErasures(ports.now()), timer(ports.now, runsFor), async (id) => {
    try {
      await eraseOne(ports, id);
    } catch (error) {
      logError('a case could not be erased', error, { submissionId: id });
    }
  });
  if (run.taken > 0) await measureOverdue(ports);
  return run.taken;
}

/** Readers must find the tombstone first, which the workflow puts into the catalogue: without its case nobody could. */
async function eraseOne({ cases, erasure, now }: RetentionPorts, id: string): Promise<void> {
  const current = await cases.read(id);
  if (current !== undefined) {
    const due = eraseDueAt(current);
    if (due === undefined || due > now().toISOString() || isOutdated(current)) return;
    if (!(await erasure.erase(current, now()))) return;
  }
  await erasure.clear(id, now());
}

/** A metric is paid for while it is written: silence says that nothing is overdue. */
async function measureOverdue({ waiting, now }: RetentionPorts): Promise<void> {
  const since = await waiting.dueSince('erasures', now());
  if (since === undefined) return;
  const hours = Math.floor((now().getTime() - Date.parse(since)) / 3_600_000);
  if (hours > 0) measureOldestErasure(hours);
}
