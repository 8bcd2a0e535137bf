import type { FieldErrorTexts, NamedField, ProblemTexts } from './words.ts';

const agree = 'Tick the last box: we need your consent before anything is published.';

function missing({ name, kind }: NamedField): string {
  switch (kind) {
    case 'agreement':
      return agree;
    case 'codes':
      return `Choose at least one under ${name}.`;
    case 'code':
      return `Choose an option under ${name}.`;
    default:
      return `Fill in ${name}.`;
  }
}

export const notFields = 'Send the fields together, as one JSON object.';

export const fieldErrors: FieldErrorTexts = {
  required: missing,
  'wrong-type': ({ name, kind }) =>
    kind === 'amount'
      ? `Write ${name} as a number, such as 25000.`
      : `Check ${name}. What was sent is not the kind of value that belongs there.`,
  'too-short': ({ name, min }) => `Write at least ${min} characters in ${name}.`,
  'too-long': ({ name, max }) => `Shorten ${name} to at most ${max} characters.`,
  'unknown-code': ({ name }) => `Choose from the options that are listed under ${name}.`,
  'unknown-field': ({ name }) => `Leave out ${name}. The form has no such field.`,
  'too-few': ({ name, min }) => `Choose at least ${min} options under ${name}.`,
  'too-many': ({ name, max }) => `Choose at most ${max} options under ${name}.`,
  'listed-twice': ({ name }) => `Name each option under ${name} only once.`,
  'line-break': ({ name }) => `Write ${name} on a single line.`,
  'control-character': ({ name }) =>
    `Write ${name} anew, without copying. The text contains invisible control characters.`,
  'not-a-date': ({ name }) => `Give ${name} as a date that exists, with year, month and day: 2026-03-31.`,
  'before-start': ({ name }) => `Choose a date for ${name} that is not before the start date.`,
  'not-an-email': ({ name }) => `Write ${name} as one e-mail address, such as name@example.org.`,
  'not-a-url': ({ name }) => `Write ${name} as a complete web address that begins with https://.`,
  'not-a-currency': ({ name }) => `Give ${name} as three capital letters, such as EUR or DKK.`,
  'out-of-range': ({ name, max }) => `Give ${name} as a number between 0 and ${max}.`,
  'must-agree': () => agree,
};

export const problems: ProblemTexts = {
  'malformed-body': {
    title: 'We could not read what was sent',
    detail: 'The content is not in the format that it claims to have, or not in UTF-8. Nothing has been saved.',
  },
  'unsupported-media-type': {
    title: 'We do not accept this format',
    detail: 'Send JSON, a web form or multipart form data, and say which in Content-Type.',
  },
  'body-too-large': {
    title: 'Too much was sent at once',
    detail: 'We accept at most 256 KB. Shorten the texts and send again. Nothing has been saved.',
  },
  'invalid-fields': {
    title: 'Some details need another look',
    detail: 'Correct the fields that are named and send again. Nothing has been saved yet.',
  },
  'invalid-parameter': {
    title: 'Something in the address is not right',
    detail: 'A parameter has a value that we do not know. Correct it, or leave it out.',
  },
  'unknown-form': { title: 'There is no such form', detail: 'Check the address, or begin from our front page.' },
  'not-found': { title: 'There is nothing here', detail: 'Check the address, or begin from our front page.' },
  'method-not-allowed': {
    title: 'This cannot be done at this address',
    detail: 'The address exists, but it does not take this method. The Allow header names those it takes.',
  },
  'idempotency-key-reused': {
    title: 'The key has been used before',
    detail: 'The same key has already come with other content. Use a new key for new content.',
  },
  'invalid-idempotency-key': {
    title: 'The key is not valid',
    detail: 'Idempotency-Key must have 1 to 200 visible ASCII characters.',
  },
  'unknown-link': {
    title: 'We do not know this link',
    detail: 'Perhaps it was cut off. Open it from the mail again, or copy the whole address.',
  },
  'link-expired': {
    title: 'The link no longer works',
    detail: 'Its time is up, or it has been replaced by a newer one. Look for a later mail from us.',
  },
  'already-decided': {
    title: 'A decision has already been made',
    detail: 'There is a decision on this round already, so your answer has not been recorded.',
  },
  'stale-content': {
    title: 'The content has changed',
    detail: 'It is no longer what you read. Read it again and then decide. Your answer has not been recorded.',
  },
  gone: { title: 'It is no longer here', detail: 'This was published once and has been withdrawn.' },
  'cross-site': {
    title: 'This was sent from another website',
    detail: 'Open the page itself and press the button there. Nothing has been changed.',
  },
  'too-many': {
    title: 'Too much has been sent in a short time',
    detail: 'Please wait a while and try again. Nothing has been saved.',
  },
  'proof-of-work-required': {
    title: 'We need a sign that this is no robot',
    detail:
      'Much is being sent just now. Get a challenge from /v1/challenge, solve it and send again. Nothing has been saved.',
  },
  unavailable: {
    title: 'The service is not available just now',
    detail: 'Please try again in a few minutes.',
  },
  internal: {
    title: 'Something went wrong on our side',
    detail: 'It is not your fault. Please try again in a little while.',
  },
};
