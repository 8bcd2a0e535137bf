import type { Case, Question } from '#shared/case/case.ts';
import { takenSteps } from '#shared/case/question.ts';
import { isConfirmed } from '#shared/case/submitter-acts.ts';
import { notYetVoted } from '#shared/case/votes.ts';
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
  return [...questionMails(of), ...decisionMails(of), ...outcomeMails(of), ...linkMails(of), ...erasureMails(of)];
}

function questionMails(of: Case): OwedMail[] {
  const { question } = of;
  if (question === undefined) return [];
  const anew = askedAnew(of);
  const asked = questionKey(of, question);
  const { kind, step, reminds } = question;
  if (kind !== 'review') {
    const reminder: OwedMail = { key: `${asked}/${step}`, kind: `${kind}-reminder` };
    return [{ key: asked, kind }, ...(reminds ? [reminder] : [])];
  }
  // What has been decided waits only to become final, and may be called off again.
  if (question.settlesAt !== undefined) return [];
  if (question.disagreed !== undefined) return tieBreakMails(of, question, anew);
  const waiting = notYetVoted(of);
  const mails: OwedMail[] = waiting.map((moderator) => ({ key: `${asked}/${moderator}`, kind, moderator }));
  const reminder = (moderator: string): OwedMail => {
    return { key: `${asked}/${moderator}/${step}`, kind: 'review-reminder', moderator };
  };
  if (reminds) mails.push(...waiting.map(reminder));
  if (takenSteps(question).includes('ask-lead')) mails.push({ key: `delay/${of.round.number}${anew}`, kind: 'delay' });
  return mails;
}

/** The key of the mail with a question; that of a review names who is asked besides. */
export function questionKey(of: Case, { kind }: Question): string {
  return `${kind}/${of.round.number}${askedAnew(of)}`;
}

function askedAnew({ asking }: Case): string {
  return asking === 0 ? '' : `/again-${asking}`;
}

/** Those who have contradicted each other have said what they had to say. */
function tieBreakMails(of: Case, { reminds, step }: Question, anew: string): OwedMail[] {
  return notYetVoted(of).flatMap((moderator): OwedMail[] => {
    const mail: OwedMail = { key: `tie-break/${of.round.number}${anew}/${moderator}`, kind: 'tie-break', moderator };
    return reminds ? [mail, { ...mail, key: `${mail.key}/${step}` }] : [mail];
  });
}

/** Each decision is acknowledged to every moderator who took part in it. */
function decisionMails({ decision }: Case): OwedMail[] {
  if (decision === undefined) return [];
  const others = (decision.votes ?? []).filter(({ by }) => by !== decision.by);
  return [
    { key: `acknowledgement/${decision.round}`, kind: 'acknowledgement', moderator: decision.by },
    ...others.map(({ by }): OwedMail => {
      return { key: `acknowledgement/${decision.round}/${by}`, kind: 'acknowledgement', moderator: by };
    }),
  ];
}

function outcomeMails(of: Case): OwedMail[] {
  switch (of.status) {
    case 'published':
      return publishedMails(of);
    case 'rejected':
    case 'lapsed':
      return [{ key: of.status, kind: of.status }];
    case 'withdrawn':
      return withdrawnMails(of);
    default:
      return [];
  }
}

/** What is published may be a new version, or the one that stays although changes to it came to nothing. */
function publishedMails({ decision, round, publication }: Case): OwedMail[] {
  const { number } = round;
  const latest = decision?.round === number ? decision.decision : undefined;
  const asked = publication?.asked ?? 0;
  const yearly: OwedMail[] =
    asked === 0 ? [] : [{ key: `still-right/${publication?.askedAt ?? ''}`, kind: 'still-right' }];
  switch (latest) {
    case 'reject':
      return [{ key: `revision-rejected/${number}`, kind: 'revision-rejected' }, ...yearly];
    case 'request-changes':
      return [{ key: `revision-lapsed/${number}`, kind: 'revision-lapsed' }, ...yearly];
    default:
      return [{ key: `published/${publication?.version ?? 1}`, kind: 'published' }, ...yearly];
  }
}

/** Only whoever has confirmed the address can ask for it, unless an operator does. */
function erasureMails(of: Case): OwedMail[] {
  return of.eraseAt === undefined || !isConfirmed(of) ? [] : [{ key: 'erased', kind: 'erased' }];
}

/** Whoever never confirmed the address is told on the page; a stranger gets no mail for it. */
function withdrawnMails({ confirmedAt, withdrawal, eraseAt }: Case): OwedMail[] {
  const voters = withdrawal?.voters ?? [];
  return [
    ...(confirmedAt === undefined || eraseAt !== undefined ? [] : [{ key: 'withdrawn', kind: 'withdrawn' } as const]),
    ...voters.map((moderator): OwedMail => ({ key: `withdrawn-vote/${moderator}`, kind: 'withdrawn-vote', moderator })),
  ];
}

/** The links that the submitter asked for anew: before the confirmation the one to confirm with. */
function linkMails({ status, resends, question }: Case): OwedMail[] {
  if (resends === 0 || status === 'received') return [];
  const kind = status === 'awaiting-confirmation' && question?.kind === 'confirm' ? 'confirm' : 'link-anew';
  return [{ key: `links/${resends}`, kind }];
}
