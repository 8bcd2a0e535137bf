import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), INITIATIVES_TABLE: z.string() }),
  routes: ['GET /v1/health'],
  failure: 'Monitoring cannot tell whether the stores answer.',
} satisfies HttpContract;
