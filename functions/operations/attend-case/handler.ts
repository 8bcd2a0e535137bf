import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { eventFunction } from '#shared/aws/task-function.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { release, resume } from '#shared/submission/answers.ts';
import { createCaseStore } from '#shared/submission/case-store.ts';
import { followUp } from '#shared/submission/follow-up.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const cases = createCaseStore(createDocumentClient(), env.SUBMISSIONS_TABLE);
const workflow = createWorkflow(env.WORKFLOW_ARN);
const acts = { release, resume };

/** Called by an operator (README, "Runbook"): releases a held submission, or resumes a parked case. Answers what came of it. */
export const handler = eventFunction(contract, async ({ submissionId, act }) => {
  const changed = await cases.change(submissionId, (current) => acts[act](current, now()));
  if (changed === undefined) return { outcome: 'no-such-case' };
  if (changed.outcome.kind === 'attended') await followUp(workflow, changed.case, now());
  return { outcome: changed.outcome.kind, status: changed.case.status };
});
