import type { TaskContract } from '#shared/aws/contract.ts';
import { MailEnv } from '#shared/moderation/mail-env.ts';
import { AskInput, Nothing } from '#shared/moderation/task.ts';

export const contract = {
  env: MailEnv,
  input: AskInput,
  output: Nothing,
  files: ['settings.json'],
  failure: 'Submitters do not learn that changes are requested.',
} satisfies TaskContract;
