import { createDocumentClient } from '#shared/aws/documents.ts';
import { createMailer } from '#shared/aws/mailer.ts';
import { newSecret, now } from '#shared/aws/system.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import type { MailEnv } from './contract.ts';
import type { MailPorts } from './deliver-mails.ts';
import { readLimits } from './limits.ts';
import { createMailBudgets } from './mail-budget-store.ts';
import { readSettings } from './settings.ts';

/** What every function needs that opens links or mails them: the cases and links of the table Submissions, and the time. */
export function createLinkPorts(table: string) {
  const documents = createDocumentClient();
  return { cases: createCaseStore(documents, table), links: createLinkStore(documents, table, newSecret), now };
}

/** What every function needs that sends the mails of cases. `folder` is where its settings and limits lie. */
export function createMailPorts(env: MailEnv, folder: string): MailPorts {
  return {
    ...createLinkPorts(env.SUBMISSIONS_TABLE),
    mailer: createMailer(env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
    budgets: createMailBudgets(createDocumentClient(), env.SUBMISSIONS_TABLE, readLimits(folder).mailsPerHour),
    settings: readSettings(folder),
    origin: env.ORIGIN,
  };
}
