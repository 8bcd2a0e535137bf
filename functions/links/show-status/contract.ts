import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), ORIGIN: z.url() }),
  routes: ['GET /status/{secret}'],
  failure: 'Submitters cannot see where their case stands.',
} satisfies HttpContract;
