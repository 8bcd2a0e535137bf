import { family, sentence, text } from '#shared/i18n/texts.ts';

/** Any form to fill in; what belongs to one form stands with that form. */
export const formTexts = family(import.meta.dirname, 'form', {
  required: text,
  optional: text,
  between: sentence('min', 'max'),
  upTo: sentence('max'),
  choose: sentence('max'),
  chooseAny: text,
  chooseOne: text,
  dateFormat: text,
  people: text,
  audiences: text,
  leaveEmpty: text,
  errorTitle: sentence('title'),
  errorHeading: text,
  nothingSent: text,
  /** The heading where nothing is wrong with a field, but what was sent could not be taken. */
  notStored: text,
  notSentTwice: text,
  stillHere: text,
  next: text,
  privacy: text,
  morePrivacy: text,
  send: text,
  /** The same form has come once before, with other content. */
  sentBefore: text,
  /** Leads to the form with all that was sent in before. */
  sendThisAgain: text,
  /** The form was filled in on a website that may not send it in. */
  sendFromHere: text,
  /** Much is being sent in: why the form comes back, what the page does meanwhile, and how to do without. */
  robotCheck: text,
  proving: text,
  sendAnyway: text,
  sendAnywayHint: text,
});
