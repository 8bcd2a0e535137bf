import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({}),
  routes: ['$default'],
  files: ['routes.json'],
  failure: 'Wrong addresses get a bare error instead of an explanation.',
} satisfies HttpContract;
