import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { taskFunction } from '#shared/aws/task-function.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { lapseCase } from '#shared/moderation/lapse-case.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = { cases: createCaseStore(createDocumentClient(), env.SUBMISSIONS_TABLE), now };

/** The submitter did not answer in time. Writes nothing when the answer came at the last moment. */
export const handler = taskFunction(contract, ({ submissionId, execution }) =>
  lapseCase(ports, submissionId, execution),
);
