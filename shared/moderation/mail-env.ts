import * as z from 'zod/mini';

/** The environment of every function that sends mails about cases. */
export const MailEnv = z.object({
  SUBMISSIONS_TABLE: z.string(),
  ORIGIN: z.url(),
  /** The sender as people see it. */
  MAIL_FROM: z.string(),
  MAIL_CONFIGURATION_SET: z.string(),
});
export type MailEnv = z.infer<typeof MailEnv>;
