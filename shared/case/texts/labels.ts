import { each, family, text } from '#shared/i18n/texts.ts';
import { decisionKinds, rejectReasons } from '../case.ts';
import { suspicions } from '../screening.ts';

/** What the codes of a case are called: in mails, on pages and in answers to programs. */
export const caseTexts = family(import.meta.dirname, 'labels', {
  /** How a round was decided, as moderators read it. */
  decisions: each(decisionKinds, text),
  /** What moderators choose from and submitters are told. */
  rejectReasons: each(rejectReasons, text),
  /** What moderators are told that screening noticed, in whole sentences. */
  suspicions: each(suspicions, text),
});
