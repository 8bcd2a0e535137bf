import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { ScheduledEvent } from '#shared/aws/events.ts';

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), INITIATIVES_TABLE: z.string() }),
  input: ScheduledEvent,
  seconds: 300,
  failure: 'What people asked to have erased, and what has been kept long enough, stays.',
} satisfies EventContract;
