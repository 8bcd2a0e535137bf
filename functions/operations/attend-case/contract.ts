import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { WhyParked } from '#shared/case/case.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  input: z.discriminatedUnion('act', [
    z.object({ act: z.enum(['list', 'list-held']) }),
    z.object({
      act: z.enum(['release', 'resume', 'ask-again']),
      submissionId: z.string().check(z.minLength(1), z.maxLength(100)),
    }),
    z.object({ act: z.literal('resume-all'), why: WhyParked, since: z.iso.datetime({ offset: true }) }),
  ]),
  failure: 'Operators cannot see, release or resume the cases that wait for them.',
} satisfies EventContract;
