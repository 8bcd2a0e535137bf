import { AlreadyAnswered, Superseded } from '#shared/aws/task-function.ts';
import type { Case, Question } from '#shared/submission/case.ts';
import type { CaseStore } from '#shared/submission/case-store.ts';
import { ask, type Written } from '#shared/submission/driver.ts';
import { rest, type Standing, standingOf } from '#shared/submission/standing.ts';
import { deliverOwedMails, type MailPorts } from './deliver-mails.ts';
import { firstReviewers } from './routing.ts';
import type { AskInput } from './task.ts';

/** A task of the workflow that only writes: what the domain makes of the case, and where the case stands then. */
export async function drive(
  ports: { cases: CaseStore; now: () => Date },
  submissionId: string,
  write: (current: Case, now: Date) => Written,
): Promise<{ standing: Standing; case: Case | undefined }> {
  const now = ports.now();
  const changed = await ports.cases.change(submissionId, (current) => write(current, now));
  if (changed === undefined || changed.outcome.kind === 'superseded') return { standing: rest, case: undefined };
  const isWritten = changed.outcome.kind === 'written';
  return { standing: standingOf(changed.case, now), case: isWritten ? changed.case : undefined };
}

/** A task that asks a question and waits: notes the token that ends the wait, then sends the mails that carry the question. */
export async function askAndWait(
  ports: MailPorts,
  kind: Question['kind'],
  { submissionId, execution, token }: AskInput,
): Promise<undefined> {
  const changed = await ports.cases.change(submissionId, (current) => {
    const reviewers = kind === 'review' ? firstReviewers(ports.settings, current.form, current.round.content) : [];
    return ask(current, kind, { execution, token }, ports.now(), reviewers);
  });
  if (changed === undefined || changed.outcome.kind === 'superseded')
    throw new Superseded('Another execution drives this case');
  if (changed.outcome.kind === 'moved-on') throw new AlreadyAnswered('The question has been answered');
  await deliverOwedMails(ports, changed.case);
}
