import type { TaskContract } from '#shared/aws/contract.ts';
import { Standing } from '#shared/case/standing.ts';
import { MailEnv, TaskInput } from '#shared/moderation/contract.ts';

export const contract = {
  env: MailEnv,
  input: TaskInput,
  output: Standing,
  files: ['settings.json', 'limits.json'],
  failure: 'Submitters and moderators are not told how a case ended.',
} satisfies TaskContract;
