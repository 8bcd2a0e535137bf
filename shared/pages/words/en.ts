import type { Words } from './words.ts';

/* The pages in English. One export for each page, so that a function carries only the words of its own pages. */

export const frame: Words['frame'] = {
  reference: 'Reference',
  skip: 'Skip to the main content',
  menu: 'Main menu',
  language: 'Language',
  readInitiatives: 'Read initiatives',
  sendIn: 'Share an initiative',
  footer:
    'The Nordic Welfare Centre runs the service together with Nordregio, as part of the Nordic Council of Ministers’ co-operation on the integration of refugees and immigrants.',
};

export const form: Words['form'] = {
  required: 'Required',
  optional: 'Optional',
  between: (min, max) => `${min} to ${max} characters.`,
  upTo: (max) => `At most ${max} characters.`,
  choose: (max) => `Choose at least one and at most ${max}.`,
  chooseAny: 'Choose as many as you need.',
  chooseOne: 'Choose …',
  dateFormat: 'Year, month and day, for example 2025-09-30.',
  people: 'People the initiative is for',
  audiences: 'People who can use what you learned',
  leaveEmpty: 'Leave this field empty',
  errorTitle: (title) => `Error: ${title}`,
  errorHeading: 'Please look at these fields again',
  nothingSent: 'Nothing has been sent yet. Everything you wrote is still here.',
  notStored: 'This was not stored',
  notSentTwice: 'Not sent a second time',
  stillHere: 'Everything you wrote is still here.',
  next: 'When you have sent the form, we e-mail you a link with which you confirm your address. Then somebody at a Nordic institution reads what you wrote, and you hear from us by e-mail.',
  privacy:
    'We use your name and address to handle what you send in. Readers see them only if you say so above. The link in our e-mail always shows you where your submission stands.',
  send: 'Send in',
  sentBefore: 'You have already sent this form once. If this is something new, press “Send in” again.',
};

export const revise: Words['revise'] = {
  title: 'Change your submission',
  asked: (institution) => `${institution} has read your submission and asks for changes.`,
  noComment: 'They did not write a comment. Please go through your text once more.',
  until: (by) => `Please send your changes by ${by}.`,
  send: 'Send the changes',
  sentTitle: 'Thank you, we have received your changes',
  sentText: 'We are asking the same people to read your submission again. The answer comes by e-mail.',
  overtakenTitle: 'What you wrote',
  overtaken:
    'Your changes have already been received, so this second version was not stored. Copy what you need from the fields below.',
  toStatus: 'See where your submission stands',
  tooLate:
    'The time to answer is over, so this was not stored. Press the button below to send it in as a new submission.',
  closedTitle: 'It is too late to change this submission',
  closedText:
    'We did not get your changes in time, so the case is closed. You are welcome to send in what you wrote again.',
};

export const status: Words['status'] = {
  title: 'Your submission',
  round: 'Round',
  now: 'Where it stands',
  next: 'What happens next',
  happened: 'What has happened so far',
  thanks: 'Thank you, we have received your submission',
  lookInMail:
    'Please check your e-mail: we have sent you a link with which you confirm your address. If you cannot find it, look in the junk folder.',
  keepAddress: 'Keep the address of this page: here you can always see where your submission stands.',
  readPublished: 'Read the published initiative',
  written: 'What you sent in',
  reviewedBy: 'Reviewed by',
  reason: 'Reason',
  theyWrite: 'The moderators write:',
  delayed:
    'This is taking longer than it should, and we are sorry. We have been told about it and are looking into it. You need not do anything.',
  statuses: {
    received: 'Received',
    'awaiting-confirmation': 'Waiting for you to confirm your address',
    'in-review': 'In review',
    'changes-requested': 'Waiting for your changes',
    approved: 'Approved',
    published: 'Published',
    rejected: 'Not approved',
    lapsed: 'Closed, because no answer came in time',
    spam: 'Held for a check by hand',
    withdrawn: 'Withdrawn',
  },
  nextSteps: {
    received: () =>
      'We will soon e-mail you a link with which you confirm your address. If it does not come, look in the junk folder. If it is not there either, the address may be mistyped; then send the form again.',
    'awaiting-confirmation': (by) =>
      `Open the link in our e-mail and press the button${by ? ` by ${by}` : ''}. After that somebody reads your submission.`,
    'in-review': () =>
      'A Nordic institution has been asked to read your submission. You get an e-mail as soon as there is an answer. If it takes longer than two weeks, we write and tell you.',
    'changes-requested': (by) =>
      `Open the link in our e-mail, change what was asked for and send it in again${by ? ` by ${by}` : ''}.`,
    approved: () => 'Your submission will be published shortly. You get an e-mail when it is done.',
    published: () => 'Nothing more is needed from you. Anyone can now read your initiative.',
    rejected: () => 'The case is closed. You are welcome to send in something new.',
    lapsed: () => 'The case is closed. You are welcome to send in your initiative again.',
    spam: () =>
      'Our automatic check found something unusual, so a person will look at it first. If all is well, we e-mail you a link with which you confirm your address.',
    withdrawn: () => 'The case is closed. You are welcome to send in something new.',
  },
  happenings: {
    received: 'We received your submission',
    held: 'Your submission was held for a check by hand',
    released: 'A person checked it and let it through',
    'asked-to-confirm': 'We asked you to confirm your address',
    confirmed: 'You confirmed your address',
    'asked-moderators': 'We asked a Nordic institution to read it',
    reminded: 'We sent a reminder',
    'asked-deputy': 'We asked somebody else to read it as well',
    'asked-lead': 'We asked the Nordic Welfare Centre to read it',
    approved: 'It was approved',
    'changes-requested': 'Changes were asked for',
    rejected: 'It was not approved',
    revised: 'You sent your changes',
    published: 'It was published',
    lapsed: 'The case was closed, because no answer came in time',
    parked: 'It was delayed, and we were told',
    resumed: 'The work went on',
  },
};

export const confirm: Words['confirm'] = {
  title: 'Confirm your address',
  explain:
    'Press the button to confirm that the address is yours and that you sent in this submission. Then somebody at a Nordic institution reads it.',
  until: (by) => `Please confirm by ${by}.`,
  nothingYet: 'Nothing happens until you press the button.',
  button: 'Yes, confirm my address',
  confirmedTitle: 'Thank you, your address is confirmed',
  confirmedText:
    'We are now asking a Nordic institution to read your submission. The answer comes by e-mail. If it takes longer than two weeks, we write and tell you.',
  confirmedBeforeTitle: 'Your address has already been confirmed',
  tooLateTitle: 'It is too late to confirm this submission',
  tooLateText:
    'The address was not confirmed in time, so the case has been closed. Nobody has read it. You are welcome to send it in again.',
  sendAgain: 'Share an initiative',
};

export const review: Words['review'] = {
  title: 'Read and decide',
  nothingYet: 'Nothing is decided until you press the button at the bottom of the page.',
  round: (round) => (round === 1 ? 'First round' : `Round ${round}: the submitter has sent changes`),
  submission: 'What was sent in',
  leftEmpty: 'Left empty',
  suspicions: 'The automatic check noticed',
  earlier: 'What was asked for in the round before',
  yourDecision: 'Your decision',
  decisions: {
    approve: { label: 'Approve', hint: 'The initiative is published as it stands.' },
    'request-changes': {
      label: 'Ask for changes',
      hint: 'Write below what should change. The submitter gets your comment and can change the text. Then you read it again.',
    },
    reject: { label: 'Reject', hint: 'The case is closed and the submitter is told why.' },
  },
  reason: 'Reason for rejecting',
  reasonHint: 'Needed only when you reject. If you choose “Another reason”, say which in the comment.',
  submitterReads: 'The submitter reads',
  comment: 'Comment to the submitter',
  commentHint: 'Say what you would like to see changed, or why you decide as you do. The submitter reads your words.',
  button: 'Send my decision',
  decidedTitle: 'This submission has been decided',
  decidedBy: 'Decided by',
  decidedAt: 'Decided',
  staleTitle: 'The text has changed since you opened the page',
  staleText: 'Your decision has not been recorded. Please read what is different and decide again.',
  notRecorded: 'Somebody else decided before you, so your answer has not been recorded.',
  yourComment: 'Your comment',
  before: 'Before',
  after: 'Now',
  nothingBefore: 'empty',
};

export const problem: Words['problem'] = {
  onward: 'Where to go from here',
  home: 'To the front page',
};

export const initiatives: Words['initiatives'] = {
  title: 'Initiatives',
  none: 'No initiatives have been published yet.',
  published: 'Published',
  updated: 'Last changed',
  next: 'Show more',
  newest: 'Back to the newest',
  about: 'About the initiative',
  all: 'All initiatives',
};

export const home: Words['home'] = {
  lead: 'An idea bank for everyone who works with the integration of refugees and immigrants in the Nordic countries. See what others have tried, learn from what worked and what did not, and share your own experience.',
  readTitle: 'Read what others do',
  readText:
    'Find projects, measures and ways of working from all over the Nordic Region. Many entries name somebody you can write to.',
  sendTitle: 'Share your own initiative',
  sendText:
    'Are you a public authority, a municipality, a voluntary organisation or a ministry? Tell others what you have learned.',
  howTitle: 'From your text to the idea bank',
  how: [
    'You fill in a form. You need no account.',
    'You confirm your e-mail address with a link that we send you.',
    'Somebody at a Nordic institution reads your text. They approve it, ask for changes or say why it does not fit.',
    'Your initiative is published, and you are told by e-mail.',
  ],
  whoTitle: 'Who is behind it',
  who: 'The Nordic Welfare Centre has the main responsibility, together with Nordregio. The service is part of the Nordic co-operation on integration.',
};

export const flag: Words['flag'] = { yes: 'Yes', no: 'No' };
