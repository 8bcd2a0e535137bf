import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ INITIATIVES_TABLE: z.string(), ORIGIN: z.url() }),
  routes: ['GET /v1/initiatives'],
  failure: 'Other sites cannot list the catalogue.',
} satisfies HttpContract;
