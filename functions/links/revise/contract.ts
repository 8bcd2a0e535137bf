import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string(), ORIGIN: z.url() }),
  routes: ['GET /revise/{secret}', 'POST /revise/{secret}'],
  failure: 'Submitters cannot answer requested changes; their cases lapse for want of an answer.',
} satisfies HttpContract;
