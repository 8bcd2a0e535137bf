import { createDocumentClient } from '#shared/aws/documents.ts';
import { logInfo } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { eventFunction } from '#shared/aws/task-function.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createErasureStore } from '#shared/case/erasure-store.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { eraseAllDue } from '#shared/operations/retention.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const documents = createDocumentClient();
const ports = {
  cases: createCaseStore(documents, env.SUBMISSIONS_TABLE),
  erasure: createErasureStore(documents, env.SUBMISSIONS_TABLE, env.INITIATIVES_TABLE),
  waiting: createWaitingStore(documents, env.SUBMISSIONS_TABLE),
  now,
};

/** By schedule: erases what was asked for and what has been kept long enough. The only function that deletes. */
export const handler = eventFunction(contract, async () => {
  logInfo('erased', { count: await eraseAllDue(ports) });
});
