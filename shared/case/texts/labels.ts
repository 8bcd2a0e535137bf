import { each, family, text } from '#shared/i18n/texts.ts';
import { happenings } from '../audit.ts';
import { decisionKinds, rejectReasons } from '../decision.ts';
import { suspicions } from '../screening.ts';

/** What the codes of a case are called: in mails, on pages and in answers to programs. */
export const caseTexts = family(import.meta.dirname, 'labels', {
  /** How a round was decided, as moderators read it. */
  decisions: each(decisionKinds, text),
  /** What one moderator answered. */
  votes: each(decisionKinds, text),
  /** What happened to a case, as moderators read it. */
  happenings: each(happenings, text),
  /** What moderators choose from and submitters are told. */
  rejectReasons: each(rejectReasons, text),
  /** What a submitter can do after a rejection for that reason. */
  advice: each(rejectReasons, text),
  /** What moderators are told that screening noticed, in whole sentences. */
  suspicions: each(suspicions, text),
});
