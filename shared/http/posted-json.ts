import * as z from 'zod/mini';
import type { FieldErrorCode } from '#shared/forms/field-errors.ts';
import { longText } from '#shared/forms/fields.ts';
import { schemaOf } from '#shared/forms/schemas.ts';
import { withoutControls } from './posted-form.ts';

/** The code of a field that is missing or else wrong in this way. */
export const says = (code: FieldErrorCode) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'required' : code;

/** For objects: a name that does not belong there, or something that is no object. */
export const saysOfObject = (issue: { code?: string }) =>
  issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type';

/** Words that somebody must say, of at most so many code points. */
export function notBlank(max: number) {
  return z.pipe(schemaOf(longText(0, max)), z.string().check(z.minLength(1, { error: 'too-short' })));
}

/** What a program posted, without what is accepted everywhere. */
export function fromProgram(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? withoutControls(value) : value;
}
