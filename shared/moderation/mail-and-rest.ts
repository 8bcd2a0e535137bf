import type { Case } from '#shared/case/case.ts';
import { restUntilOverdue } from '#shared/case/driver.ts';
import { deliverOwedMails, type MailPorts } from './deliver-mails.ts';

/**
 * Sends what a waiting case owes. When all of it has left, the case is not looked at before its wait should have ended, so
 * that one which waits as it should never comes to the reconciler. If it has moved meanwhile, that write says when to look.
 */
export async function mailAndRest(ports: MailPorts, of: Case): Promise<void> {
  await deliverOwedMails(ports, of);
  const resting = restUntilOverdue(of, ports.now());
  if (resting !== undefined) await ports.cases.save(of, resting);
}
