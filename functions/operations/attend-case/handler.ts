import * as z from 'zod/mini';
import { createDocumentClient } from '#shared/aws/documents.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { eventFunction } from '#shared/aws/task-function.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createErasedStore } from '#shared/case/erased-store.ts';
import { createFindStore } from '#shared/case/find-store.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { readSettings } from '#shared/moderation/settings.ts';
import { attend, listWaiting, show } from '#shared/operations/attend.ts';
import { auditCase } from '#shared/operations/audit-case.ts';
import { findCases } from '#shared/operations/find-cases.ts';
import { resumeAll } from '#shared/operations/resume-all.ts';
import { type Answer, contract } from './contract.ts';

const env = readEnv(contract.env);
const documents = createDocumentClient();
const ports = {
  cases: createCaseStore(documents, env.SUBMISSIONS_TABLE),
  erased: createErasedStore(documents, env.SUBMISSIONS_TABLE),
  heads: createFindStore(documents, env.SUBMISSIONS_TABLE),
  settings: readSettings(import.meta.dirname),
  waiting: createWaitingStore(documents, env.SUBMISSIONS_TABLE),
  workflow: createWorkflow(env.WORKFLOW_ARN),
  now,
};

/**
 * For operators, by hand (infra/RUNBOOK.md): lists what waits or is held, and does to a case what they say. Bad
 * input is answered; as an error it would raise the alarm for a failing function.
 */
export const handler = eventFunction({ ...contract, input: z.unknown() }, async (typed): Promise<Answer> => {
  const { data: input } = z.safeParse(contract.input, typed);
  if (input === undefined) return { outcome: 'not-understood' };
  switch (input.act) {
    case 'list':
    case 'list-held':
      return { cases: await listWaiting(ports, input.act === 'list' ? 'waiting' : 'held') };
    case 'show':
      return show(ports, input.submissionId, input.content ?? false);
    case 'audit':
      return auditCase(ports, input.submissionId);
    case 'find':
      return findCases(ports, input.wanted, input.from);
    case 'resume-all':
      return resumeAll(ports, input.why, new Date(input.since), input);
    default:
      return attend(ports, input.submissionId, input.act, input);
  }
});
