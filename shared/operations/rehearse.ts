import type { Case } from '#shared/case/case.ts';
import type { CaseStore, Changed, Outcome } from '#shared/case/case-store.ts';
import { settlingFirst } from '#shared/case/votes.ts';

/** What `answerCase` would come to: the same rule on the case as it stands, and nothing is written or woken. */
export async function rehearse<Ending extends Outcome>(
  { cases, now: clock }: { cases: CaseStore; now: () => Date },
  submissionId: string,
  decide: (current: Case, now: Date) => Ending,
): Promise<Changed<Ending> | undefined> {
  const now = clock();
  const current = await cases.read(submissionId);
  if (current === undefined) return undefined;
  const outcome = settlingFirst(current, now, (latest) => decide(latest, now));
  return { outcome, case: outcome.next ?? current };
}
