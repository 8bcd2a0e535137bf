import { count } from '#shared/aws/metrics.ts';
import { NamedEnding } from '#shared/aws/task-function.ts';
import type { Question } from '#shared/case/case.ts';
import { ask, needsTieBreakers } from '#shared/case/driver.ts';
import { settlingFirst } from '#shared/case/votes.ts';
import type { AskInput } from './contract.ts';
import type { MailPorts } from './deliver-mails.ts';
import { mailAndRest } from './mail-and-rest.ts';
import { askedOf } from './routing.ts';

/** A task that asks a question and waits: notes the token that ends the wait, then sends the mails that carry the question. */
export async function askAndWait(
  ports: MailPorts,
  kind: Question['kind'],
  { submissionId, execution, token }: AskInput,
): Promise<undefined> {
  const now = ports.now();
  const changed = await ports.cases.change(submissionId, (current) =>
    settlingFirst(current, now, (latest) => {
      const asksSomebody = kind === 'review' && (latest.question === undefined || needsTieBreakers(latest));
      const asked = asksSomebody ? askedOf(ports.settings, latest) : undefined;
      return ask(latest, kind, { execution, token }, now, asked);
    }),
  );
  if (changed === undefined || changed.outcome.kind === 'superseded') throw ending('Superseded');
  if (changed.outcome.kind === 'moved-on') throw ending('AlreadyAnswered');
  const { case: asked } = await mailAndRest(ports, changed.case);
  // Nobody could be asked, and an operator must act: the first step finds that this execution has nothing to wait for.
  if (asked.parked !== undefined || asked.held !== undefined) throw ending('AlreadyAnswered');
}

/** Lambda counts every thrown error; the alarm takes these off again (infra/watch.ts). */
function ending(name: 'Superseded' | 'AlreadyAnswered'): NamedEnding {
  count('ExpectedEndings');
  return new NamedEnding(name);
}
