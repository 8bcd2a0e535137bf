import type { TaskContract } from '#shared/aws/contract.ts';
import { Standing } from '#shared/case/standing.ts';
import { MailEnv } from '#shared/moderation/mail-env.ts';
import { TaskInput } from '#shared/moderation/task.ts';

export const contract = {
  env: MailEnv,
  input: TaskInput,
  output: Standing,
  files: ['settings.json'],
  failure: 'Submitters and moderators are not told how a case ended.',
} satisfies TaskContract;
