import { createDocumentClient } from '#shared/aws/documents.ts';
import { count } from '#shared/aws/metrics.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { taskFunction } from '#shared/aws/task-function.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { park } from '#shared/case/driver.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = { cases: createCaseStore(createDocumentClient(), env.SUBMISSIONS_TABLE), now };

/** Marks the case as waiting for a person and raises the alarm. Links keep working. */
export const handler = taskFunction(contract, async ({ submissionId, execution, why }) => {
  const { standing, case: parked } = await driveCase(ports, submissionId, (current, at) =>
    park(current, execution, why, at),
  );
  if (parked !== undefined) count('CasesParked');
  return standing;
});
