import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';
import { AllowedOrigins } from '#shared/http/allowed-origins.ts';

export const contract = {
  env: z.object({ ALLOWED_ORIGINS: AllowedOrigins }),
  routes: ['GET /v1/forms', 'GET /v1/forms/{form}'],
  failure: 'Other sites cannot read what a form asks for.',
} satisfies HttpContract;
