import {
  agreement,
  amount,
  code,
  codes,
  currency,
  date,
  flag,
  group,
  line,
  longText,
  mailAddress,
  optional,
  webAddress,
} from './fields.ts';
import type { FieldError, FormDefinition } from './form.ts';
import { initiativeTexts } from './initiative-texts.ts';

/** The form `initiative`: a project, measure or way of working that others may learn from. */
export const initiative: FormDefinition = {
  id: 'initiative',
  ...initiativeTexts,
  fields: {
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
  },
  alsoCheck: endsAfterItStarts,
  neverPublic: ['consent'],
};

function endsAfterItStarts({ startDate, endDate }: Record<string, unknown>): FieldError[] {
  const wrong = isDay(startDate) && isDay(endDate) && endDate < startDate;
  return wrong ? [{ pointer: '/endDate', code: 'before-start' }] : [];
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
