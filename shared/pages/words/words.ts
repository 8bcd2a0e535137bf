import type { Happening } from '#shared/case/audit.ts';
import type { DecisionKind } from '#shared/case/case.ts';
import type { Status } from '#shared/case/status.ts';

/** A sentence with a gap for the last day on which an answer is in time, written out in the same language. */
type UntilThen = (by: string | undefined) => string;

/** Every word of the pages in one language, by page. What belongs to one form stands with that form (shared/forms). */
export interface Words {
  readonly frame: {
    /** Stands before the short name of a submission. */
    readonly reference: string;
    readonly skip: string;
    readonly menu: string;
    readonly language: string;
    readonly readInitiatives: string;
    readonly sendIn: string;
    readonly footer: string;
  };
  readonly form: {
    readonly required: string;
    readonly optional: string;
    readonly between: (min: number, max: number) => string;
    readonly upTo: (max: number) => string;
    readonly choose: (max: number) => string;
    readonly chooseAny: string;
    readonly chooseOne: string;
    readonly dateFormat: string;
    readonly people: string;
    readonly audiences: string;
    readonly leaveEmpty: string;
    readonly errorTitle: (title: string) => string;
    readonly errorHeading: string;
    readonly nothingSent: string;
    /** The heading where nothing is wrong with a field, but what was sent could not be taken. */
    readonly notStored: string;
    readonly notSentTwice: string;
    readonly stillHere: string;
    readonly next: string;
    readonly privacy: string;
    readonly send: string;
    /** The same form has come once before, with other content. */
    readonly sentBefore: string;
  };
  readonly revise: {
    readonly title: string;
    readonly asked: (institution: string) => string;
    readonly noComment: string;
    readonly until: (by: string) => string;
    readonly send: string;
    readonly sentTitle: string;
    readonly sentText: string;
    /** Another version arrived first. */
    readonly overtakenTitle: string;
    readonly overtaken: string;
    readonly toStatus: string;
    /** The time to answer is over: to who has just sent changes, and to who opens the link. */
    readonly tooLate: string;
    readonly closedTitle: string;
    readonly closedText: string;
  };
  readonly status: {
    readonly title: string;
    readonly round: string;
    readonly now: string;
    readonly next: string;
    readonly happened: string;
    readonly thanks: string;
    readonly lookInMail: string;
    readonly keepAddress: string;
    readonly readPublished: string;
    readonly written: string;
    readonly reviewedBy: string;
    readonly reason: string;
    /** Stands above a moderator's words. */
    readonly theyWrite: string;
    readonly delayed: string;
    readonly statuses: Record<Status, string>;
    readonly nextSteps: Record<Status, UntilThen>;
    readonly happenings: Record<Happening, string>;
  };
  readonly confirm: {
    readonly title: string;
    readonly explain: string;
    readonly until: (by: string) => string;
    readonly nothingYet: string;
    readonly button: string;
    readonly confirmedTitle: string;
    readonly confirmedText: string;
    readonly confirmedBeforeTitle: string;
    readonly tooLateTitle: string;
    readonly tooLateText: string;
    readonly sendAgain: string;
  };
  readonly review: {
    readonly title: string;
    readonly nothingYet: string;
    readonly round: (round: number) => string;
    readonly submission: string;
    readonly leftEmpty: string;
    readonly suspicions: string;
    readonly earlier: string;
    readonly yourDecision: string;
    readonly decisions: Record<DecisionKind, { readonly label: string; readonly hint: string }>;
    readonly reason: string;
    readonly reasonHint: string;
    /** Stands before the name of a language. */
    readonly submitterReads: string;
    readonly comment: string;
    readonly commentHint: string;
    readonly button: string;
    readonly decidedTitle: string;
    readonly decidedBy: string;
    readonly decidedAt: string;
    readonly staleTitle: string;
    readonly staleText: string;
    /** Somebody else was quicker. */
    readonly notRecorded: string;
    /** Stands above what was typed and not recorded. */
    readonly yourComment: string;
    readonly before: string;
    readonly after: string;
    readonly nothingBefore: string;
  };
  readonly problem: { readonly onward: string; readonly home: string };
  readonly initiatives: {
    readonly title: string;
    readonly none: string;
    readonly published: string;
    readonly updated: string;
    readonly next: string;
    readonly newest: string;
    readonly about: string;
    readonly all: string;
  };
  readonly home: {
    readonly lead: string;
    readonly readTitle: string;
    readonly readText: string;
    readonly sendTitle: string;
    readonly sendText: string;
    readonly howTitle: string;
    readonly how: readonly string[];
    readonly whoTitle: string;
    readonly who: string;
  };
  readonly flag: { readonly yes: string; readonly no: string };
}
