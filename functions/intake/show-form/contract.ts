import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({}),
  routes: ['GET /forms/{form}', 'POST /forms/{form}'],
  failure: 'Nobody can open a form on our own pages.',
} satisfies HttpContract;
