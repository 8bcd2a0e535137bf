import * as z from 'zod/mini';

/** What a schedule rule of EventBridge sends. */
export const ScheduledEvent = z.object({ source: z.literal('aws.events'), time: z.string() });

/** "Step Functions Execution Status Change", as far as we read it. The rule lets only endings through. */
export const ExecutionEnded = z.object({
  source: z.literal('aws.states'),
  detail: z.object({
    name: z.string(),
    status: z.enum(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  }),
});
export type ExecutionEnded = z.infer<typeof ExecutionEnded>;
