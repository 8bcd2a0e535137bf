import * as z from 'zod/mini';
import type { HttpContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  routes: ['GET /review/{secret}', 'POST /review/{secret}', 'POST /review/{secret}/undo', 'POST /review/{secret}/note'],
  files: ['settings.json'],
  failure: 'Moderators cannot read or decide cases.',
} satisfies HttpContract;
