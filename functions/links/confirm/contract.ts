import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  routes: ['GET /confirm/{secret}', 'POST /confirm/{secret}'],
  failure: 'Submitters cannot confirm their address; their cases lapse for want of an answer.',
} satisfies HttpContract;
