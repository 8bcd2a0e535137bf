import * as z from 'zod/mini';

/** The environment of every function that sends mails about cases. */
export const MailEnv = z.object({
  SUBMISSIONS_TABLE: z.string(),
  ORIGIN: z.url(),
  /** The address alone; the name before it is in the language of who gets the mail. */
  MAIL_FROM: z.email(),
  MAIL_CONFIGURATION_SET: z.string(),
});
export type MailEnv = z.infer<typeof MailEnv>;
