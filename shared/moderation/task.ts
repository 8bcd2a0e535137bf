import * as z from 'zod/mini';

/** What every task of the workflow is told: which case, and which execution asks. No content, no address, no link. */
export const TaskInput = z.object({ submissionId: z.string(), execution: z.string() });
export type TaskInput = z.infer<typeof TaskInput>;

/** A task that waits for a person is also given the token that ends the wait. It never leaves the server. */
export const AskInput = z.extend(TaskInput, { token: z.string() });
export type AskInput = z.infer<typeof AskInput>;

/** What a waiting task returns is ignored by Step Functions; the answer brings the standing. */
export const Nothing = z.undefined();
