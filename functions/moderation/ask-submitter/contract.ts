import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { AskInput, Nothing } from '#shared/moderation/task.ts';

export const contract = {
  env: z.object({
    SUBMISSIONS_TABLE: z.string(),
    ORIGIN: z.url(),
    MAIL_FROM: z.string(),
    MAIL_CONFIGURATION_SET: z.string(),
  }),
  input: AskInput,
  output: Nothing,
  files: ['settings.json'],
  failure: 'Submitters do not get the mail to confirm their address.',
} satisfies TaskContract;
