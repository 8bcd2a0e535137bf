import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { TaskInput } from '#shared/moderation/task.ts';
import { Standing } from '#shared/submission/standing.ts';

export const contract = {
  env: z.object({
    SUBMISSIONS_TABLE: z.string(),
    INITIATIVES_TABLE: z.string(),
    ORIGIN: z.url(),
    EVENT_BUS: z.string(),
  }),
  input: TaskInput,
  output: Standing,
  failure: 'Approved initiatives do not appear in the catalogue.',
} satisfies TaskContract;
