import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { TaskInput } from '#shared/moderation/task.ts';
import { Standing } from '#shared/submission/standing.ts';

export const contract = {
  env: z.object({
    SUBMISSIONS_TABLE: z.string(),
    ORIGIN: z.url(),
    MAIL_FROM: z.string(),
    MAIL_CONFIGURATION_SET: z.string(),
  }),
  input: TaskInput,
  output: Standing,
  files: ['settings.json'],
  failure: 'Submitters and moderators are not told how a case ended.',
} satisfies TaskContract;
