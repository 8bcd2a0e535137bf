import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  input: z.object({ submissionId: z.string(), act: z.enum(['release', 'resume']) }),
  failure: 'Operators cannot release held submissions or resume parked cases.',
} satisfies EventContract;
