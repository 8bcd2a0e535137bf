import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import type { DriverOutcome } from '#shared/case/driver.ts';
import { rest, type Standing, standingOf } from '#shared/case/standing.ts';
import { settlingFirst } from '#shared/case/votes.ts';

/** A task of the workflow that only writes: applies a rule and gives where the case stands then; `case` is set if the rule wrote it. */
export async function driveCase(
  ports: { cases: CaseStore; now: () => Date },
  submissionId: string,
  write: (current: Case, now: Date) => DriverOutcome,
): Promise<{ standing: Standing; case: Case | undefined }> {
  const now = ports.now();
  const changed = await ports.cases.change(submissionId, (current) =>
    settlingFirst(current, now, (latest) => write(latest, now)),
  );
  if (changed === undefined || changed.outcome.kind === 'superseded') return { standing: rest, case: undefined };
  const isWritten = changed.outcome.kind === 'written';
  return { standing: standingOf(changed.case, now), case: isWritten ? changed.case : undefined };
}
