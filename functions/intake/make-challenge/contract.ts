import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';
import { AllowedOrigins } from '#shared/http/allowed-origins.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), ALLOWED_ORIGINS: AllowedOrigins }),
  routes: ['GET /v1/challenge'],
  files: ['limits.json'],
  failure: 'While much is sent in, nobody can show that they are no robot: what they send in is held.',
} satisfies HttpContract;
