import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  input: z.union([
    z.object({ act: z.enum(['list', 'list-held']) }),
    z.object({
      act: z.enum(['release', 'resume', 'ask-again']),
      submissionId: z.string().check(z.minLength(1), z.maxLength(100)),
    }),
    // Typed by hand: a slip is answered. An error would raise the alarm for a failing function.
    z.pipe(
      z.unknown(),
      z.transform(() => ({ act: 'not-understood' as const })),
    ),
  ]),
  failure: 'Operators cannot see, release or resume the cases that wait for them.',
} satisfies EventContract;
