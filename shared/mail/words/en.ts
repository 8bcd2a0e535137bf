import type { MailWords } from './words.ts';

const notYou = 'If you did not send us anything, you need not do anything.';

export const en: MailWords = {
  labels: {
    title: 'Title',
    reference: 'Reference',
    form: 'Form',
    organisation: 'Organisation',
    countries: 'Countries',
    themes: 'Themes',
    institution: 'Your institution',
    reviewedBy: 'Reviewed by',
    decision: 'Decision',
    reason: 'Reason',
  },
  pages: {
    confirm: 'Confirm your address',
    review: 'Read and decide',
    revise: 'Make changes and send',
    status: 'See where it stands',
    initiative: 'Read it on the website',
    form: 'Open the form',
  },
  advice: {
    'out-of-scope':
      'The top of the form says what belongs here. If yours does after all, you are welcome to send it in again and say how.',
    duplicate: 'If yours differs from what is already here, you are welcome to send it in again and say how.',
    incomplete: 'You are welcome to fill in what is missing and send it in again.',
    'not-verifiable': 'You are welcome to send it in again with a website or a contact who can verify it.',
    'personal-data': 'You are welcome to send it in again without anything by which other people can be recognised.',
    advertising:
      'You are welcome to send it in again if you describe what you have done and learned, rather than something for sale.',
    other: 'You are welcome to change it and send it in again.',
  },

  subjects: {
    confirm: (title) => `One step left: confirm ${title}`,
    'confirm-reminder': (title) => `Reminder: please confirm ${title}`,
    review: (title) => `Please review: ${title}`,
    revision: (title) => `Please review the changes: ${title}`,
    'review-reminder': (title) => `Reminder, please review: ${title}`,
    delay: (title) => `We need more time for ${title}`,
    revise: (title) => `Changes requested: ${title}`,
    'revise-reminder': (title) => `Reminder, changes requested: ${title}`,
    acknowledgement: (title) => `Your decision on ${title}`,
    published: (title) => `Published: ${title}`,
    rejected: (title) => `Not published: ${title}`,
    lapsed: (title) => `Closed: ${title}`,
  },
  greeting: (name) => (name === undefined ? 'Hello,' : `Dear ${name},`),
  farewell: 'Kind regards',
  attended: 'If you have a question, simply reply to this mail.',
  unattended: 'This mailbox is not read.',

  notYou,
  decidesNothing: 'Opening the page decides nothing; only the buttons on it do.',

  confirm: {
    stored: 'Thank you for writing to the clearing centre. What you sent in is safely stored.',
    oneStepLeft:
      'One step is left before anyone reads it: please confirm that this address is yours. Open the page below and press the button there.',
    until: (day) => `Please do so by ${day} at the latest.`,
    receipt: 'Keep this mail. The next address is your receipt and always shows where things stand.',
    otherwise: `${notYou} Without a confirmation nobody reads it, and nothing is published.`,
  },
  confirmReminder: {
    notConfirmed:
      'We have received this with your address as the sender’s, but the address has not been confirmed yet. Until it is, nobody reads it.',
    until: (day) =>
      `Open the page below and press the button there, by ${day} at the latest. After that we close the case.`,
  },
  review: {
    sentIn: 'This has been sent in to the clearing centre and awaits a decision.',
    revised: 'This has been revised after an earlier review and awaits a new decision.',
    asDeputy: 'You are asked as deputy, because the moderators of your institution have not answered yet.',
    asLead:
      'You are asked because the institution that was asked first has not answered, and yours leads the clearing centre.',
    noticed: (sentences) =>
      `The automatic check noticed something. ${sentences} All may still be well; that is for you to judge.`,
    decide: 'Please read it and decide: approve it, ask for changes or reject it.',
    until: (day) =>
      `We would be glad of your answer within a few days, and by ${day} at the latest. Others have been asked too, each with a link of their own. If somebody decides before you, the page says so.`,
    personal:
      'The link is yours alone, and a decision made through it counts as yours. So please do not forward this mail.',
  },
  reviewReminder: {
    waiting: 'This still awaits a decision, and the person who sent it in is waiting to hear.',
    until: (day) => `Please answer by ${day} at the latest.`,
  },
  delay: {
    sorry: 'The review of what you sent in is taking longer than it should. We are sorry about that.',
    nothingLost: 'Nothing is lost, and you need not do anything.',
    leadAsked:
      'We have now turned to the institution that leads the clearing centre, so that somebody takes up your case.',
    reminded: 'We have now reminded those who are to decide.',
  },
  revise: {
    thanks: 'Thank you for what you sent in. Before it can be published, the moderators ask you to change something.',
    theyWrite: 'The moderators write:',
    noComment:
      'The moderators left no comment. Please look through your text as a whole. If you are not sure what to change, ask the institution that is named above.',
    everythingIsThere: 'The page below holds everything that you wrote. Change what is needed and send it in again.',
    until: (day) =>
      `Please do so by ${day} at the latest. If we have not heard from you by then, we close the case without publishing.`,
  },
  reviseReminder: {
    waiting: 'We are still waiting for your changes, so that we can go on with what you sent in.',
  },
  acknowledgement: {
    received: 'We have received your decision.',
    yourComment: 'Your comment:',
    next: {
      approve: 'It is being published, and we are telling the person who sent it in.',
      'request-changes':
        'We pass your comment on to the person who sent it in, who can now make changes. Then it comes back to you for review.',
      reject: 'We are telling the person who sent it in the reason, and your comment if you wrote one.',
    },
    changesWithoutComment: 'The person who sent it in can now make changes. Then it comes back to you for review.',
    discretion: 'They learn which institution decided, but not who.',
    notYours:
      'If it was not you who decided, somebody else has used your link. Then please tell your institution at once.',
  },
  published: {
    goodNews: 'Good news: what you sent in has been approved and can now be read by everyone.',
    thanks: 'Thank you for sharing it, so that others need not start from scratch.',
  },
  rejected: {
    notPublished: 'Thank you for what you sent in. The moderators have read it and decided not to publish it.',
  },
  lapsed: {
    unconfirmed:
      'We have had no confirmation that this address is yours, so we have closed the case without anyone reading it. Nothing has been published.',
    stillWanted: 'Would you still like to have it published? Then please send it in again.',
    unrevised:
      'We asked you for changes and have not received them in time, so we have closed the case without publishing it.',
    anyTime: 'You are welcome to send it in again at any time.',
    stillThere: 'You need not write it anew: this page still holds what you sent in.',
  },
};
