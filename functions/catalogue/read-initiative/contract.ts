import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ INITIATIVES_TABLE: z.string(), ORIGIN: z.url() }),
  routes: ['GET /v1/initiatives/{id}', 'GET /v1/initiatives/{id}/versions'],
  failure: 'Other sites cannot read an initiative.',
} satisfies HttpContract;
