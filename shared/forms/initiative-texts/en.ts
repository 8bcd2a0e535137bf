import type { InitiativeWords } from './words.ts';

export const en: InitiativeWords = {
  name: 'Initiative',
  invitation: 'Share an initiative',
  introduction: `Here you can share an initiative that helps refugees or immigrants to find their place in a Nordic country: a project, a measure or a way of working that others can learn from. Somebody at a Nordic institution reads it before it is published.

Your initiative belongs here if

- it is about the integration of refugees or immigrants,
- it takes place in at least one Nordic country, or in the Faroe Islands, Greenland or Åland,
- you can say who is behind it and when it began or will begin,
- others can learn from it. What did not work is worth sharing too.

Please write in full sentences, so that your text can be understood by itself. “See our website” is not enough; web addresses have a field of their own.

Never write about single persons in such a way that somebody could recognise them, even without a name. The texts must not advertise anything.`,
  headings: {
    initiative: 'The initiative',
    where: 'Where and by whom',
    about: 'What it is about',
    when: 'When',
    learned: 'Results and lessons',
    funding: 'Funding',
    contact: 'How we and others reach you',
    consent: 'Before you send',
  },
  fields: {
    title: { label: 'Title', hint: 'Say in a few words what you do, without a web address.' },
    summary: {
      label: 'Summary',
      hint: 'What you do, for whom and why, in two or three sentences. This is what people read first.',
    },
    language: { label: 'Language of the texts', hint: 'Write all texts in the same language.' },
    description: { label: 'Description', hint: 'Which problem did you meet, and how do you go about it?' },
    website: { label: 'Website', hint: 'Begins with https://' },
    countries: { label: 'Countries', hint: 'Where does the initiative take place?' },
    actorType: { label: 'Kind of organisation' },
    organisation: { label: 'Name of the organisation' },
    themes: { label: 'Themes' },
    targetGroups: { label: 'Target groups' },
    goals: {
      label: 'Goals of the Nordic action plan 2021–2024',
      hint: 'Tick a goal only if the initiative clearly serves it.',
    },
    phase: { label: 'How far it has come' },
    startDate: { label: 'Start' },
    endDate: { label: 'End', hint: 'Leave empty if no end is planned.' },
    results: { label: 'Results', hint: 'What has changed, and how do you know?' },
    lessons: { label: 'Lessons', hint: 'What worked, what did not, and what would you do differently today?' },
    transferability: { label: 'Advice to others', hint: 'What does it take to do the same elsewhere?' },
    funding: { label: 'Funding' },
    'funding.source': { label: 'Who pays' },
    'funding.amount': { label: 'Amount', hint: 'For the whole period, as a number.' },
    'funding.currency': { label: 'Currency' },
    contact: { label: 'Contact' },
    'contact.name': { label: 'Contact person' },
    'contact.email': { label: 'E-mail address', hint: 'We write to you here when something happens.' },
    'contact.role': { label: 'Role' },
    'contact.public': {
      label: 'Show my name, role and e-mail address with the published initiative',
      hint: 'Then others can write to you directly. If you do not tick the box, only those who handle your submission see them.',
    },
    consent: {
      label:
        'I may share this on behalf of the organisation, and I agree that it is published for anyone to read. It says nothing by which single persons can be recognised.',
    },
  },
};
