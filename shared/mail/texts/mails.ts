import { decisionKinds } from '#shared/case/decision.ts';
import { each, family, sentence, text } from '#shared/i18n/texts.ts';
import { mailKinds } from '../mail-kind.ts';

/** What a mail tells in a line of its own: `Title: …`. */
const factNames = [
  'title',
  'reference',
  'form',
  'organisation',
  'countries',
  'themes',
  'changed',
  'institution',
  'yourVote',
  'reviewedBy',
  'decision',
  'reason',
] as const;
export type FactName = (typeof factNames)[number];

/** The pages to which mails lead. */
const pageNames = ['confirm', 'review', 'revise', 'status', 'initiative'] as const;
export type PageName = (typeof pageNames)[number];

/** With the last day to answer, written out. */
const until = sentence('day');

/**
 * Every sentence of the mails; their order is the same in all languages (letters.ts). Labels and names of institutions are
 * never put into sentences, so that no language has to inflect them.
 */
export const mailTexts = family(import.meta.dirname, 'mails', {
  labels: each(factNames, text),
  /** What a button says, without a full stop. */
  pages: each(pageNames, text),

  /** Given the title in quotation marks. `revision` stands for `review` from the second round on. */
  subjects: each([...mailKinds, 'revision'], sentence('title')),
  greeting: text,
  greetingByName: sentence('name'),
  farewell: text,
  /** The institution that the mail speaks of reads what is answered to it. */
  attended: text,
  /** Nobody reads what is answered to a mail. */
  unattended: text,

  /** For whoever got a mail although somebody else gave their address. */
  notYou: text,
  decidesNothing: text,

  confirm: { stored: text, oneStepLeft: text, until, receipt: text, otherwise: text },
  confirmReminder: { notConfirmed: text, until },
  review: {
    sentIn: text,
    revised: text,
    needed: sentence('approvals'),
    /** Stands above what moderators asked for in the round before. */
    askedFor: text,
    asDeputy: text,
    asLead: text,
    noticed: sentence('sentences'),
    decide: text,
    until,
    personal: text,
  },
  reviewReminder: { waiting: text, until },
  tieBreak: { disagree: text, alone: text, until },
  delay: {
    sorry: text,
    nothingLost: text,
    leadAsked: text,
    /** Where nobody else is left to be asked. */
    reminded: text,
  },
  revise: {
    thanks: text,
    theyWrite: text,
    /** Stands below the facts, which name the institution. */
    noComment: text,
    everythingIsThere: text,
    until,
  },
  reviseReminder: { waiting: text },
  acknowledgement: {
    received: text,
    /** For an approval among several. */
    withOthers: text,
    /** For a vote that the decision went against. */
    otherwise: text,
    yourComment: text,
    next: each(decisionKinds, text),
    /** What follows from `request-changes` when there is nothing to pass on. */
    changesWithoutComment: text,
    discretion: text,
    notYours: text,
  },
  published: { goodNews: text, thanks: text },
  rejected: { notPublished: text },
  lapsed: {
    unconfirmed: text,
    stillWanted: text,
    unrevised: text,
    anyTime: text,
    /** Stands above the link to the case. */
    stillThere: text,
  },

  revisionRejected: { notPublished: text, oldStays: text },
  revisionLapsed: { unrevised: text },
  withdrawn: { done: text, noLongerShown: text, notYou: text },
  withdrawnVote: { withdrawn: text },
  erased: { soon: text, whatStays: text, notYou: text },
  linkAnew: { here: text, whatFor: text },
  stillRight: { asks: text, how: text, otherwise: text },

  /** The last line of mails about decisions: what a later look at the history can be held against. */
  seal: sentence('reference', 'digits'),
});

/** The sentences of the mails in one language. */
export type MailTexts = ReturnType<typeof mailTexts.in>;
