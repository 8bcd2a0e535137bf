import { decisionKinds } from '#shared/case/decision.ts';
import { each, family, sentence, text } from '#shared/i18n/texts.ts';

/** The page on which a moderator reads and decides. */
export const reviewTexts = family(import.meta.dirname, 'review', {
  title: text,
  nothingYet: text,
  firstRound: text,
  laterRound: sentence('round'),
  submission: text,
  suspicions: text,
  earlier: text,
  yourDecision: text,
  decisions: each(decisionKinds, { label: text, hint: text }),
  reason: text,
  reasonHint: text,
  /** Stands before the name of a language. */
  submitterReads: text,
  comment: text,
  commentHint: text,
  button: text,
  decidedTitle: text,
  decidedBy: text,
  decidedAt: text,
  staleTitle: text,
  staleText: text,
  /** Why what was sent is not recorded: somebody else was quicker, or one had decided before. */
  notRecorded: { others: text, own: text },
  /** Stands above what was typed and not recorded. */
  yourComment: text,
  /** Stands above the same where somebody cannot answer at all. */
  notKept: text,
  before: text,
  after: text,
  nothingBefore: text,

  youDecideAs: sentence('name', 'institution'),
  /** How changes are marked in the text. */
  marks: text,
  /** Read aloud before what was added or removed. */
  added: text,
  removed: text,
  /** Stands for a field that was left empty. */
  emptyField: text,
  /** Invites to comment on the field above it; the first words of `commentOn`, which is read aloud instead. */
  commentHere: text,
  commentOn: sentence('field'),
  fieldComments: text,
  othersSaid: text,
  nobodyYet: text,
  answered: text,
  hidden: text,
  needed: sentence('approvals'),
  disagreed: text,
  history: text,
  /** Who acted, and for which institution. */
  inPlaceOf: sentence('name', 'institution'),
  notes: text,
  notesHint: text,
  writeNote: text,
  note: text,
  saveNote: text,
  noteSaved: text,
  preview: text,
  previewTitle: text,
  previewText: text,
  /** Instead of `previewTitle`, when something is wrong or missing. */
  noPreview: text,
  subject: text,
  back: text,
  thanks: text,
  /** What follows from a decision. */
  next: each(decisionKinds, text),
  /** Stands before how somebody has answered, and before when. */
  yourAnswer: text,
  answeredAt: text,
  /** Where others were followed. */
  otherwise: sentence('decision'),
  waiting: text,
  contradicted: text,
  contradictedTitle: text,
  finalAt: sentence('time'),
  undoUntil: sentence('time'),
  undoOpen: text,
  undo: text,
  takenBack: text,
  lastRound: text,
  readPublished: text,
});
