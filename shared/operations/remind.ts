import { logError } from '#shared/aws/log.ts';
import { takeDueSteps } from '#shared/case/reminder.ts';
import type { MailPorts } from '#shared/moderation/deliver-mails.ts';
import { mailAndRest } from '#shared/moderation/mail-and-rest.ts';
import { reviewersOfStep } from '#shared/moderation/routing.ts';

/** How many cases of one shard are taken in one run; the next run takes the rest. */
const perShard = 50;

/** Reminds whoever has not answered, and asks deputies and the lead institution in their turn. Gives the number of cases. */
export async function remindAll(ports: MailPorts): Promise<number> {
  const waiting = await ports.cases.dueReminders(ports.now(), perShard);
  let reminded = 0;
  for (const { id } of waiting) if (await remindOne(ports, id)) reminded += 1;
  return reminded;
}

/**
 * The step is written on the condition that the question is unanswered; the mail follows, and if it fails the reconciler
 * sends it. One case that cannot be reminded does not hold up the others.
 */
async function remindOne(ports: MailPorts, id: string): Promise<boolean> {
  try {
    const changed = await ports.cases.change(id, (current) => {
      const { form, round } = current;
      return takeDueSteps(current, (step) => reviewersOfStep(ports.settings, form, round.content, step), ports.now());
    });
    if (changed?.outcome.kind !== 'due') return false;
    await mailAndRest(ports, changed.case);
    return true;
  } catch (error) {
    logError('a case could not be reminded', error, { submissionId: id });
    return false;
  }
}
