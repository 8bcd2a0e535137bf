import { amend, type Case } from '#shared/case/case.ts';
import { restAfterMails } from '#shared/case/driver.ts';
import { type Delivery, deliverOwedMails, type MailPorts } from './deliver-mails.ts';

/**
 * Sends what a case owes, and writes when it is to be looked at again: when what is deferred is to be tried again; else not
 * before its wait should have ended, or never. If the case has moved meanwhile, that write says when to look.
 */
export async function mailAndRest(ports: MailPorts, of: Case): Promise<Delivery> {
  const delivery = await deliverOwedMails(ports, of);
  const { case: current } = delivery;
  const { until, heldUntil } = delivery.kind === 'deferred' ? delivery : {};
  const rested = restAfterMails(current, until, ports.now());
  const resting = rested.mailHeldUntil === heldUntil ? rested : amend(rested, { mailHeldUntil: heldUntil });
  if (resting !== current) await ports.cases.save(current, resting);
  return delivery;
}
