import {
  agreement,
  amount,
  code,
  codes,
  currency,
  date,
  type Fields,
  flag,
  group,
  line,
  longText,
  mailAddress,
  optional,
  webAddress,
} from '../fields.ts';
import type { Section } from '../form-texts.ts';

/** What is asked of an initiative. */
export const fields: Fields = {
  title: line(5, 140),
  summary: longText(20, 600),
  language: code('contentLanguages'),
  description: optional(longText(0, 8000)),
  countries: codes('countries', 1),
  actorType: code('actorTypes'),
  organisation: line(2, 140),
  themes: codes('themes', 1, 3),
  targetGroups: optional(codes('targetGroups', 0)),
  goals: optional(codes('goals', 0)),
  phase: code('phases'),
  startDate: date(),
  endDate: optional(date()),
  website: optional(webAddress()),
  results: optional(longText(0, 4000)),
  lessons: optional(longText(0, 4000)),
  transferability: optional(longText(0, 4000)),
  funding: optional(
    group({ source: optional(line(0, 200)), amount: optional(amount()), currency: optional(currency()) }),
  ),
  contact: group({ name: line(1, 140), email: mailAddress(), role: optional(line(0, 140)), public: flag() }),
  consent: agreement(),
};

/** The order of the page. */
export const sections: readonly Section[] = [
  { heading: 'initiative', fields: ['title', 'summary', 'language', 'description', 'website'] },
  { heading: 'where', fields: ['countries', 'actorType', 'organisation'] },
  { heading: 'about', fields: ['themes', 'targetGroups', 'goals'] },
  { heading: 'when', fields: ['phase', 'startDate', 'endDate'] },
  { heading: 'learned', fields: ['results', 'lessons', 'transferability'] },
  { heading: 'funding', fields: ['funding'] },
  { heading: 'contact', fields: ['contact'] },
  { heading: 'consent', fields: ['consent'] },
];
