import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ PUBLIC_EMAIL: z.email() }),
  routes: ['GET /privacy'],
  failure: 'People cannot read what is kept of them, nor whom to write to.',
} satisfies HttpContract;
