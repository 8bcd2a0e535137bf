import * as z from 'zod/mini';
import { type SubmitterAction, submitterActions } from '#shared/case/submitter-acts.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { toFieldErrors } from '#shared/forms/form.ts';
import type { Body } from './body.ts';
import { fromProgram, says, saysOfObject } from './posted-json.ts';

const Fields = z.strictObject(
  { action: z.enum(submitterActions, { error: says('unknown-code') }) },
  { error: saysOfObject },
);

type ReadAction = { kind: 'action'; action: SubmitterAction } | { kind: 'refused'; errors: readonly FieldError[] };

/** Reads what a submitter does on the status page. */
export function readPostedAction(body: Body): ReadAction {
  const posted =
    body.kind === 'json' ? fromProgram(body.value) : { action: body.fields.get('action')?.[0] || undefined };
  const parsed = Fields.safeParse(posted);
  return parsed.success
    ? { kind: 'action', action: parsed.data.action }
    : { kind: 'refused', errors: toFieldErrors(parsed.error.issues) };
}
