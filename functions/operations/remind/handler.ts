import { createDocumentClient } from '#shared/aws/documents.ts';
import { logInfo } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { eventFunction } from '#shared/aws/task-function.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { createMailPorts } from '#shared/moderation/ports.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = {
  ...createMailPorts(env, import.meta.dirname),
  waiting: createWaitingStore(createDocumentClient(), env.SUBMISSIONS_TABLE),
};

/** By schedule: reminders, then the deputy, then the lead institution. */
export const handler = eventFunction(contract, async () => {
  logInfo('reminded', { count: await remindAll(ports) });
});
