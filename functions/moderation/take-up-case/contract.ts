import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { Standing } from '#shared/case/standing.ts';
import { TaskInput } from '#shared/moderation/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string() }),
  input: TaskInput,
  output: Standing,
  failure: 'A new case does not start; the reconciler tries again.',
} satisfies TaskContract;
