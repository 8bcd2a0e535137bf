import { each, family, sentence, text } from '#shared/i18n/texts.ts';

/** What the page on privacy says, part by part; what has a figure in it is said apart. */
export const privacyParts = ['who', 'what', 'why', 'seen', 'where', 'page'] as const;
export const rights = ['copy', 'correct', 'hide', 'withdraw', 'erase'] as const;

/** What is kept of people, why, for how long, and what they can do about it. */
export const privacyTexts = family(import.meta.dirname, 'privacy', {
  title: text,
  lead: text,
  parts: each(privacyParts, { heading: text, said: text }),
  kept: {
    heading: text,
    published: text,
    rejected: sentence('days'),
    ended: sentence('days'),
    held: sentence('days'),
    known: sentence('days'),
    remains: text,
    backups: text,
  },
  rights: { heading: text, how: text, each: each(rights, text), complain: text },
  contact: { heading: text, said: text },
});
