import type { Case } from '#shared/submission/case.ts';
import { takenSteps } from '#shared/submission/question.ts';

/** What a mail is about. Each kind has its words in shared/mail. */
export type MailKind =
  | 'confirm'
  | 'confirm-reminder'
  | 'review'
  | 'review-reminder'
  | 'delay'
  | 'revise'
  | 'revise-reminder'
  | 'acknowledgement'
  | 'published'
  | 'rejected'
  | 'lapsed';

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
  return [...questionMails(of), ...rulingMails(of), ...outcomeMails(of)];
}

function questionMails(of: Case): OwedMail[] {
  const { question } = of;
  if (question === undefined) return [];
  const anew = of.asking === 0 ? '' : `/again-${of.asking}`;
  const place = `${question.kind}/${of.round.number}${anew}`;
  const taken = takenSteps(question);
  if (question.kind !== 'review') {
    const first: OwedMail = { key: place, kind: question.kind };
    return taken.at(-1) === 'remind'
      ? [first, { key: `${place}/${taken.length}`, kind: `${question.kind}-reminder` }]
      : [first];
  }
  const asked = of.reviewers.map(
    (moderator): OwedMail => ({ key: `${place}/${moderator}`, kind: 'review', moderator }),
  );
  if (taken.at(-1) === 'remind') {
    const reminder = (moderator: string): OwedMail => ({
      key: `${place}/${moderator}/1`,
      kind: 'review-reminder',
      moderator,
    });
    return [...asked, ...of.reviewers.map(reminder)];
  }
  return taken.includes('ask-lead') ? [...asked, { key: `delay/${of.round.number}${anew}`, kind: 'delay' }] : asked;
}

/** Each decision is acknowledged to who took it. */
function rulingMails({ ruling }: Case): OwedMail[] {
  if (ruling === undefined) return [];
  return [{ key: `acknowledgement/${ruling.round}`, kind: 'acknowledgement', moderator: ruling.by }];
}

function outcomeMails(of: Case): OwedMail[] {
  switch (of.status) {
    case 'published':
      return [{ key: `published/${of.publication?.version ?? 1}`, kind: 'published' }];
    case 'rejected':
    case 'lapsed':
      return [{ key: of.status, kind: of.status }];
    default:
      return [];
  }
}
