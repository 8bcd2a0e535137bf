import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { Standing } from '#shared/case/standing.ts';
import { TaskInput } from '#shared/moderation/contract.ts';

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
