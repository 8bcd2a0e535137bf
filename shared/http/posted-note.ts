import * as z from 'zod/mini';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { toFieldErrors } from '#shared/forms/form.ts';
import type { Body } from './body.ts';
import { fromProgram, notBlank, saysOfObject } from './posted-json.ts';

/** In code points. */
export const longestNote = 2000;

const Fields = z.strictObject({ note: notBlank(longestNote) }, { error: saysOfObject });

type ReadNote = { kind: 'note'; note: string } | { kind: 'refused'; errors: readonly FieldError[] };

/** Reads a note between moderators. A browser posts it together with the fields of the decision. */
export function readPostedNote(body: Body): ReadNote {
  const posted = body.kind === 'json' ? fromProgram(body.value) : { note: body.fields.get('note')?.[0] || undefined };
  const parsed = Fields.safeParse(posted);
  return parsed.success
    ? { kind: 'note', note: parsed.data.note }
    : { kind: 'refused', errors: toFieldErrors(parsed.error.issues) };
}
