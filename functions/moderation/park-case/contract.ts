import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { Standing } from '#shared/case/standing.ts';
import { TaskInput } from '#shared/moderation/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string() }),
  input: z.extend(TaskInput, { why: z.enum(['moderators-silent', 'workflow-failed']) }),
  output: Standing,
  failure: 'A case that needs an operator is not marked, and no alarm is raised for it.',
} satisfies TaskContract;
