import { createDocumentClient } from '#shared/aws/documents.ts';
import { logInfo } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { eventFunction } from '#shared/aws/task-function.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { createMailPorts } from '#shared/moderation/ports.ts';
import { onExecutionEnded, reconcileDue } from '#shared/operations/reconcile.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const ports = {
  ...createMailPorts(env, import.meta.dirname),
  waiting: createWaitingStore(createDocumentClient(), env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
};

/** Turns every crash into a delay: by schedule for cases whose time to look has come, by event when an execution has ended. */
export const handler = eventFunction(contract, async (event) => {
  if (event.source === 'aws.states') return onExecutionEnded(ports, event.detail);
  logInfo('reconciled', { count: await reconcileDue(ports) });
});
