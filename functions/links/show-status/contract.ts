import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), ORIGIN: z.url() }),
  routes: ['GET /status/{secret}', 'GET /status/{secret}/copy'],
  failure: 'Submitters cannot see where their case stands, nor have a copy of it.',
} satisfies HttpContract;
