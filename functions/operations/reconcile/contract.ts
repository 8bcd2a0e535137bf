import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { ExecutionEnded, ScheduledEvent } from '#shared/aws/events.ts';

export const contract = {
  env: z.object({
    SUBMISSIONS_TABLE: z.string(),
    WORKFLOW_ARN: z.string(),
    ORIGIN: z.url(),
    MAIL_FROM: z.string(),
    MAIL_CONFIGURATION_SET: z.string(),
  }),
  input: z.union([ScheduledEvent, ExecutionEnded]),
  files: ['settings.json'],
  failure: 'A case whose workflow stopped is not carried on.',
} satisfies EventContract;
