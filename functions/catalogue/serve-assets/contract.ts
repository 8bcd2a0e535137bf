import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({}),
  routes: ['GET /assets/{file}'],
  failure: 'Pages appear without their style.',
} satisfies HttpContract;
