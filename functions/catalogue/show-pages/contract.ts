import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ INITIATIVES_TABLE: z.string() }),
  routes: ['GET /', 'GET /initiatives', 'GET /initiatives/{id}'],
  failure: 'Readers cannot see the catalogue.',
} satisfies HttpContract;
