import type { EventContract } from '#shared/aws/contract.ts';
import { ScheduledEvent } from '#shared/aws/events.ts';
import { MailEnv } from '#shared/moderation/contract.ts';

export const contract = {
  env: MailEnv,
  input: ScheduledEvent,
  files: ['settings.json', 'limits.json'],
  seconds: 300,
  failure: 'Reminders are not sent, and nobody else is asked when moderators are silent.',
} satisfies EventContract;
