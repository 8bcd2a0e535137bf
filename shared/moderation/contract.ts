import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';

/*
 * What contracts of several functions have in common. It has no effects, as infra reads contracts.
 */

/** The environment of every function that sends mails about cases. */
export const MailEnv = z.object({
  SUBMISSIONS_TABLE: z.string(),
  ORIGIN: z.url(),
  /** The address alone; the name before it is in the recipient's language. */
  MAIL_FROM: z.email(),
  MAIL_CONFIGURATION_SET: z.string(),
});
export type MailEnv = z.infer<typeof MailEnv>;

/** What every task of the workflow is told: which case, and which execution asks. No content, no address, no link. */
export const TaskInput = z.object({ submissionId: z.string(), execution: z.string() });
export type TaskInput = z.infer<typeof TaskInput>;

/** A task that waits for a person is also given the token that ends the wait. It never leaves the server. */
const AskInput = z.extend(TaskInput, { token: z.string() });
export type AskInput = z.infer<typeof AskInput>;

/** What a task has in common that asks a person. What it returns Step Functions ignores; the answer brings the standing. */
export const askTask = { env: MailEnv, input: AskInput, output: z.undefined() };

/** The contract of a task that asks a person; `failure` says what people notice when it fails. */
export function askContract(failure: string) {
  return { ...askTask, files: ['settings.json', 'limits.json'], failure } satisfies TaskContract;
}
