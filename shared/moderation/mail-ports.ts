import { createDocumentClient } from '#shared/aws/documents.ts';
import { createMailer } from '#shared/aws/mailer.ts';
import { newSecret } from '#shared/aws/system.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { createCaseStore } from '#shared/submission/case-store.ts';
import type { MailPorts } from './deliver-mails.ts';
import type { MailEnv } from './mail-env.ts';
import type { ModerationSettings } from './settings.ts';

/** What every function needs that sends the mails of cases. */
export function createMailPorts(env: MailEnv, settings: ModerationSettings, now: () => Date): MailPorts {
  const documents = createDocumentClient();
  return {
    cases: createCaseStore(documents, env.SUBMISSIONS_TABLE),
    links: createLinkStore(documents, env.SUBMISSIONS_TABLE, newSecret),
    mailer: createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
    settings,
    origin: env.ORIGIN,
    now,
  };
}
