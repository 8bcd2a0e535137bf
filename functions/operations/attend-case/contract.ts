import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { WhyParked } from '#shared/case/case.ts';

/** The operator's name for the history of the case: Lambda does not tell a function who calls it. Never a mail address. */
const by = z.optional(z.string().check(z.regex(/^[\w.-]{1,60}$/)));

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  input: z.discriminatedUnion('act', [
    z.object({ act: z.enum(['list', 'list-held']) }),
    z.object({
      act: z.enum(['release', 'resume', 'ask-again', 'erase', 'hold', 'unhold']),
      submissionId: z.string().check(z.minLength(1), z.maxLength(100)),
      by,
    }),
    z.object({ act: z.literal('resume-all'), why: WhyParked, since: z.iso.datetime({ offset: true }), by }),
  ]),
  failure: 'Operators cannot see the cases that wait for them, nor do anything about them.',
} satisfies EventContract;
