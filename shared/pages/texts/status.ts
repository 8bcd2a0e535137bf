import { publicHappenings, whyHeld } from '#shared/case/audit.ts';
import { statuses } from '#shared/case/status.ts';
import { each, family, sentence, text } from '#shared/i18n/texts.ts';

/** Where a case stands, for its submitter. */
export const statusTexts = family(import.meta.dirname, 'status', {
  title: text,
  round: text,
  now: text,
  next: text,
  happened: text,
  thanks: text,
  lookInMail: text,
  /** Instead of it, when SES refused the address. */
  addressRefused: text,
  /** What the submitter can do then. */
  sendAgain: text,
  /** Instead of the link in the mail, while that is held back. */
  mailHeld: sentence('time'),
  /** Why an operator looks first. */
  heldBecause: each(whyHeld, text),
  keepAddress: text,
  readPublished: text,
  written: text,
  reviewedBy: text,
  reason: text,
  /** Stands above a moderator's comment. */
  theyWrite: text,
  /** Follows the sentences that say who was asked; the days until the lead institution is asked and the submitter told. */
  ifLonger: sentence('days'),
  delayed: text,
  statuses: each(statuses, text),
  nextSteps: each(statuses, text),
  /** The same with the last day on which an answer is in time, written out. */
  nextStepsBy: each(['awaiting-confirmation', 'changes-requested'], sentence('day')),
  happenings: each(publicHappenings, text),
});
