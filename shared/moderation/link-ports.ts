import { createDocumentClient } from '#shared/aws/documents.ts';
import { newSecret, now } from '#shared/aws/system.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createLinkStore } from '#shared/links/link-store.ts';

/** What every function needs that opens links or mails them: the cases and links of the table Submissions, and the time. */
export function createLinkPorts(table: string) {
  const documents = createDocumentClient();
  return { cases: createCaseStore(documents, table), links: createLinkStore(documents, table, newSecret), now };
}
