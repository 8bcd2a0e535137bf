import type { DecisionKind, RejectReason } from '#shared/case/case.ts';
import type { MailKind } from '#shared/mail/order.ts';

export type FactName =
  | 'title'
  | 'reference'
  | 'form'
  | 'organisation'
  | 'countries'
  | 'themes'
  | 'institution'
  | 'reviewedBy'
  | 'decision'
  | 'reason';

/** The pages to which mails lead. */
export type PageName = 'confirm' | 'review' | 'revise' | 'status' | 'initiative' | 'form';

/** A sentence with the last day to answer in it, written out. */
type Until = (day: string) => string;

/**
 * Every sentence of the mails in one language; their order is the same in all (letters.ts). A new language is one more of
 * these. Labels and names of institutions are never put into sentences, so that no language has to inflect them.
 */
export interface MailWords {
  /** For facts: `Title: …`. */
  readonly labels: Readonly<Record<FactName, string>>;
  /** What a button says, without a full stop. */
  readonly pages: Readonly<Record<PageName, string>>;
  /** What a submitter can do after a rejection. */
  readonly advice: Readonly<Record<RejectReason, string>>;

  /** Given the title in quotation marks. `revision` stands for `review` from the second round on. */
  readonly subjects: Readonly<Record<MailKind | 'revision', (title: string) => string>>;
  readonly greeting: (name: string | undefined) => string;
  readonly farewell: string;
  /** The institution that the mail speaks of reads what is answered to it. */
  readonly attended: string;
  /** Nobody reads what is answered to a mail. */
  readonly unattended: string;

  /** For whoever got a mail although somebody else gave their address. */
  readonly notYou: string;
  readonly decidesNothing: string;

  readonly confirm: {
    readonly stored: string;
    readonly oneStepLeft: string;
    readonly until: Until;
    readonly receipt: string;
    readonly otherwise: string;
  };
  readonly confirmReminder: { readonly notConfirmed: string; readonly until: Until };
  readonly review: {
    readonly sentIn: string;
    readonly revised: string;
    readonly asDeputy: string;
    readonly asLead: string;
    readonly noticed: (sentences: string) => string;
    readonly decide: string;
    readonly until: Until;
    readonly personal: string;
  };
  readonly reviewReminder: { readonly waiting: string; readonly until: Until };
  readonly delay: {
    readonly sorry: string;
    readonly nothingLost: string;
    readonly leadAsked: string;
    /** Where nobody else is left to be asked. */
    readonly reminded: string;
  };
  readonly revise: {
    readonly thanks: string;
    readonly theyWrite: string;
    /** Stands below the facts, which name the institution. */
    readonly noComment: string;
    readonly everythingIsThere: string;
    readonly until: Until;
  };
  readonly reviseReminder: { readonly waiting: string };
  readonly acknowledgement: {
    readonly received: string;
    readonly yourComment: string;
    readonly next: Readonly<Record<DecisionKind, string>>;
    /** What follows from `request-changes` when there is nothing to pass on. */
    readonly changesWithoutComment: string;
    readonly discretion: string;
    readonly notYours: string;
  };
  readonly published: { readonly goodNews: string; readonly thanks: string };
  readonly rejected: { readonly notPublished: string };
  readonly lapsed: {
    readonly unconfirmed: string;
    readonly stillWanted: string;
    readonly unrevised: string;
    readonly anyTime: string;
    /** Stands above the way to the case. */
    readonly stillThere: string;
  };
}
