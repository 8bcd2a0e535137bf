import * as z from 'zod/mini';
import { DecisionKind, RejectReason } from '#shared/case/case.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { longText } from '#shared/forms/fields.ts';
import { toFieldErrors } from '#shared/forms/form.ts';
import { schemaOf } from '#shared/forms/schemas.ts';
import type { Body } from '#shared/http/body.ts';
import { withoutControls } from '#shared/http/posted-form.ts';
import type { PostedVote } from '#shared/moderation/review.ts';

/** In code points. */
export const longestComment = 4000;

const says = (code: FieldError['code']) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'required' : code;

const Fields = z
  .strictObject(
    {
      decision: z.enum(DecisionKind.options, { error: says('unknown-code') }),
      reason: z.optional(z.enum(RejectReason.options, { error: says('unknown-code') })),
      comment: z.optional(z.pipe(schemaOf(longText(0, longestComment)), z.string())),
      contentHash: z.string({ error: says('wrong-type') }).check(z.minLength(1, { error: 'required' })),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
  )
  .check(
    z.refine(({ decision, reason }) => decision !== 'reject' || reason !== undefined, {
      error: 'required',
      path: ['reason'],
      // Told together with what else is missing.
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
  );

type ReadVote = { kind: 'vote'; vote: PostedVote } | { kind: 'refused'; errors: readonly FieldError[] };

/** Reads a moderator's vote. A rejection must name its reason; nothing else has one. */
export function readPostedVote(body: Body): ReadVote {
  const parsed = Fields.safeParse(body.kind === 'json' ? fromProgram(body.value) : fromBrowser(body.fields));
  if (!parsed.success) return { kind: 'refused', errors: toFieldErrors(parsed.error.issues) };
  const { decision, reason, comment, contentHash } = parsed.data;
  // Blanks are no comment.
  const vote = { decision, contentHash, ...(comment && { comment }) };
  return { kind: 'vote', vote: decision === 'reject' ? { ...vote, reason } : vote };
}

function fromProgram(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? withoutControls(value) : value;
}

/** Browsers post empty fields too, and reasons beside decisions that need none; other names are ignored. */
function fromBrowser(fields: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  const names = ['decision', 'reason', 'comment', 'contentHash'];
  const values = names.map((name) => [name, fields.get(name)?.[0] ?? ''] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
