import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string(), ORIGIN: z.url() }),
  routes: ['POST /status/{secret}'],
  failure: 'Submitters cannot withdraw or change what they have sent in.',
} satisfies HttpContract;
