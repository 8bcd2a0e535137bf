import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { ExecutionEnded, ScheduledEvent } from '#shared/aws/events.ts';
import { MailEnv } from '#shared/moderation/contract.ts';

export const contract = {
  env: z.extend(MailEnv, { WORKFLOW_ARN: z.string() }),
  input: z.union([ScheduledEvent, ExecutionEnded]),
  files: ['settings.json', 'limits.json'],
  seconds: 300,
  failure: 'A case whose workflow stopped is not carried on.',
} satisfies EventContract;
