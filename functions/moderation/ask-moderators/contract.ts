import type { TaskContract } from '#shared/aws/contract.ts';
import { MailEnv } from '#shared/moderation/mail-env.ts';
import { AskInput, Nothing } from '#shared/moderation/task.ts';

export const contract = {
  env: MailEnv,
  input: AskInput,
  output: Nothing,
  files: ['settings.json'],
  failure: 'Moderators do not get the mail to review a case.',
} satisfies TaskContract;
