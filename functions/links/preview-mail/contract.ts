import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), ORIGIN: z.url() }),
  routes: ['POST /review/{secret}/preview'],
  files: ['settings.json'],
  failure: 'Moderators cannot read a mail before they send it. They can still decide.',
} satisfies HttpContract;
