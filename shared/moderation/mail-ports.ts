import { createMailer } from '#shared/aws/mailer.ts';
import type { MailPorts } from './deliver-mails.ts';
import { createLinkPorts } from './link-ports.ts';
import type { MailEnv } from './mail-env.ts';
import type { ModerationSettings } from './settings.ts';

/** What every function needs that sends the mails of cases. */
export function createMailPorts(env: MailEnv, settings: ModerationSettings): MailPorts {
  return {
    ...createLinkPorts(env.SUBMISSIONS_TABLE),
    mailer: createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
    settings,
    origin: env.ORIGIN,
  };
}
