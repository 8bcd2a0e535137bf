/** What a mail is about. Each kind has its letter (letters.ts). */
export const mailKinds = [
  'confirm',
  'confirm-reminder',
  'review',
  'review-reminder',
  'tie-break',
  'delay',
  'revise',
  'revise-reminder',
  'acknowledgement',
  'published',
  'rejected',
  'lapsed',
  'revision-rejected',
  'revision-lapsed',
  'withdrawn',
  'withdrawn-vote',
  'erased',
  'link-anew',
  'still-right',
] as const;
export type MailKind = (typeof mailKinds)[number];
