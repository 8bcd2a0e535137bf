import type { Case } from '#shared/case/case.ts';
import { takenSteps } from '#shared/case/question.ts';
import { isEnd } from '#shared/case/standing.ts';
import type { MailKind } from '#shared/mail/mail-kind.ts';

/** A mail that a case owes somebody. The key names it once and for all: a key that has been noted is never sent again. */
export interface OwedMail {
  readonly key: string;
  readonly kind: MailKind;
  /** A moderator's id; absent for the submitter. */
  readonly moderator?: string;
}

/**
 * Every mail that a case in this state must have caused. Which of them have left is noted beside the case; the difference
 * is what any task, the reminders and the reconciler send. So a mail is never forgotten, and only one in flight is repeated.
 */
export function owedMails(of: Case): OwedMail[] {
  return [...questionMails(of), ...decisionMails(of), ...outcomeMails(of)];
}

function questionMails(of: Case): OwedMail[] {
  const { question } = of;
  if (question === undefined) return [];
  const anew = of.asking === 0 ? '' : `/again-${of.asking}`;
  const asked = `${question.kind}/${of.round.number}${anew}`;
  const { kind, step, reminds } = question;
  if (kind !== 'review') {
    const reminder: OwedMail = { key: `${asked}/${step}`, kind: `${kind}-reminder` };
    return [{ key: asked, kind }, ...(reminds ? [reminder] : [])];
  }
  const mails: OwedMail[] = of.reviewers.map((moderator) => ({ key: `${asked}/${moderator}`, kind, moderator }));
  const reminder = (moderator: string): OwedMail => {
    return { key: `${asked}/${moderator}/${step}`, kind: 'review-reminder', moderator };
  };
  if (reminds) mails.push(...of.reviewers.map(reminder));
  if (takenSteps(question).includes('ask-lead')) mails.push({ key: `delay/${of.round.number}${anew}`, kind: 'delay' });
  return mails;
}

/** Each decision is acknowledged to the moderator who took it. */
function decisionMails({ decision }: Case): OwedMail[] {
  if (decision === undefined) return [];
  return [{ key: `acknowledgement/${decision.round}`, kind: 'acknowledgement', moderator: decision.by }];
}

function outcomeMails({ status, publication }: Case): OwedMail[] {
  if (!isEnd(status)) return [];
  const key = status === 'published' ? `published/${publication?.version ?? 1}` : status;
  return [{ key, kind: status }];
}
