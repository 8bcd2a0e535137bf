import { logError } from '#shared/aws/log.ts';
import { askIfCurrent, takeDueSteps } from '#shared/case/reminder.ts';
import type { WaitingStore } from '#shared/case/waiting-store.ts';
import type { MailPorts } from '#shared/moderation/deliver-mails.ts';
import { mailAndRest } from '#shared/moderation/mail-and-rest.ts';
import { reviewersOfStep } from '#shared/moderation/routing.ts';
import { measureLeft, takeDue, timer } from './take-due.ts';

/** How long a run goes on, in milliseconds: nearly as long as the function may. The next run takes the rest. */
const runsFor = 270_000;

/** Reminds whoever has not answered, and asks deputies and the lead institution in their turn. Gives the number of cases. */
export async function remindAll(ports: MailPorts & { readonly waiting: WaitingStore }): Promise<number> {
  let reminded = 0;
  const run = await takeDue(ports.waiting.dueReminders(ports.now()), timer(ports.now, runsFor), async (id) => {
    if (await remindOne(ports, id)) reminded += 1;
  });
  if (!run.all) await measureLeft(ports, 'reminders');
  return reminded;
}

/**
 * The step is written on the condition that the question is unanswered; the mail follows, and if it fails the reconciler
 * sends it. One case that cannot be reminded does not hold up the others.
 */
async function remindOne(ports: MailPorts, id: string): Promise<boolean> {
  try {
    const changed = await ports.cases.change(id, (current) => {
      const steps = takeDueSteps(current, (step) => reviewersOfStep(ports.settings, current, step), ports.now());
      return steps.kind === 'due' ? steps : askIfCurrent(current, ports.now());
    });
    if (changed?.outcome.kind !== 'due') return false;
    await mailAndRest(ports, changed.case);
    return true;
  } catch (error) {
    logError('a case could not be reminded', error, { submissionId: id });
    return false;
  }
}
