import * as z from 'zod/mini';
import { toFieldErrors } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { readBody } from './body.ts';
import { postProblem } from './post-problem.ts';
import { says } from './posted-json.ts';
import type { Problem } from './problem.ts';
import { fieldErrorText } from './refusals.ts';

/** The `action` of who gets the mail to confirm an address and sent nothing in. */
export const notMe = 'not-me';

const Fields = z.object({ action: z._default(z.enum(['confirm', notMe], { error: says('unknown-code') }), 'confirm') });

/** Reads what was answered to the mail that asks to confirm an address. Without an action it is confirmed. */
export function readConfirmation(
  body: Awaited<ReturnType<typeof readBody>>,
  language: Language,
): z.infer<typeof Fields>['action'] | { readonly problem: Problem } {
  if (body.kind === 'refused') return { problem: postProblem(body.code) };
  const posted = body.kind === 'json' ? body.value : { action: body.fields.get('action')?.[0] || undefined };
  const parsed = Fields.safeParse(posted);
  if (parsed.success) return parsed.data.action;
  const errors = toFieldErrors(parsed.error.issues).map((error) => ({
    ...error,
    detail: fieldErrorText(error.code, { label: 'action' }, language),
  }));
  return { problem: postProblem('invalid-fields', { errors }) };
}
