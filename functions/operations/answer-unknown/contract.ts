import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';
import { AllowedOrigins } from '#shared/http/allowed-origins.ts';

export const contract = {
  env: z.object({ ALLOWED_ORIGINS: AllowedOrigins }),
  routes: ['$default'],
  files: ['routes.json'],
  failure: 'Wrong addresses get a bare error instead of an explanation.',
} satisfies HttpContract;
