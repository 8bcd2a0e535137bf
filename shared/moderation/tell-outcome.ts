import { isDrivenBy, markTold } from '#shared/case/driver.ts';
import { isToBeTold, rest, type Standing } from '#shared/case/standing.ts';
import { deliverOwedMails, type MailPorts } from './deliver-mails.ts';
import { driveCase } from './drive-case.ts';

/**
 * Sends the mails that the end of a case owes, then marks it as told: also when some are deferred, which the reconciler
 * sends. Writes nothing for a superseded driver.
 */
export async function tellOutcome(ports: MailPorts, submissionId: string, execution: string): Promise<Standing> {
  const current = await ports.cases.read(submissionId);
  if (current === undefined || !isDrivenBy(current, execution)) return rest;
  const delivery = isToBeTold(current) ? await deliverOwedMails(ports, current) : undefined;
  const checkAt = delivery?.kind === 'deferred' ? delivery.until : undefined;
  const told = await driveCase(ports, submissionId, (latest, now) => markTold(latest, execution, now, checkAt));
  return told.standing;
}
