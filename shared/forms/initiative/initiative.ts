import type { FieldError } from '../field-errors.ts';
import type { FormDefinition } from '../form.ts';
import { fields, sections } from './fields.ts';
import { initiativeTexts } from './texts/initiative.ts';

/** The form `initiative`: a project, measure or way of working that others may learn from. */
export const initiative: FormDefinition = {
  id: 'initiative',
  texts: initiativeTexts,
  fields,
  sections,
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
