import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { lapse } from '#shared/case/driver.ts';
import { isRefused } from '#shared/case/refusals.ts';
import type { Standing } from '#shared/case/standing.ts';
import { driveCase } from './drive-case.ts';
import { questionKey } from './owed-mails.ts';

/** Ends the wait for a submitter who did not answer in time. If the question never reached them, the case is held instead. */
export async function lapseCase(
  ports: { cases: CaseStore; now: () => Date },
  submissionId: string,
  execution: string,
): Promise<Standing> {
  const current = await ports.cases.read(submissionId);
  const wasAsked = current === undefined || (await isAsked(ports.cases, current));
  const { standing } = await driveCase(ports, submissionId, (latest, now) => lapse(latest, execution, now, wasAsked));
  return standing;
}

/** Whether the mail to confirm the address has left, or can never reach it. */
async function isAsked(cases: CaseStore, current: Case): Promise<boolean> {
  const { id, question, submitter } = current;
  if (question?.kind !== 'confirm' || isRefused(current, submitter.email)) return true;
  return cases.isMailed(id, questionKey(current, question));
}
