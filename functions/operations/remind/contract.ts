import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { ScheduledEvent } from '#shared/aws/events.ts';

export const contract = {
  env: z.object({
    SUBMISSIONS_TABLE: z.string(),
    ORIGIN: z.url(),
    MAIL_FROM: z.string(),
    MAIL_CONFIGURATION_SET: z.string(),
  }),
  input: ScheduledEvent,
  files: ['settings.json'],
  failure: 'Reminders are not sent, and nobody else is asked when moderators are silent.',
} satisfies EventContract;
