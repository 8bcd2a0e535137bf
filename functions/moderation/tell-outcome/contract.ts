import type { TaskContract } from '#shared/aws/contract.ts';
import { MailEnv } from '#shared/moderation/mail-env.ts';
import { TaskInput } from '#shared/moderation/task.ts';
import { Standing } from '#shared/submission/standing.ts';

export const contract = {
  env: MailEnv,
  input: TaskInput,
  output: Standing,
  files: ['settings.json'],
  failure: 'Submitters and moderators are not told how a case ended.',
} satisfies TaskContract;
