import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';
import { AllowedOrigins } from '#shared/http/allowed-origins.ts';

export const contract = {
  env: z.object({
    SUBMISSIONS_TABLE: z.string(),
    WORKFLOW_ARN: z.string(),
    ORIGIN: z.url(),
    ALLOWED_ORIGINS: AllowedOrigins,
  }),
  files: ['limits.json'],
  routes: ['POST /v1/forms/{form}/submissions', 'OPTIONS /v1/forms/{form}/submissions'],
  failure: 'Nobody can send in a form: submitters see an error and must try again.',
} satisfies HttpContract;
