import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
import { DecisionKind, FieldComment, RejectReason } from '#shared/case/decision.ts';
import { isLastRound } from '#shared/case/votes.ts';
import type { FieldError } from '#shared/forms/field-errors.ts';
import { longText } from '#shared/forms/fields.ts';
import { type FormDefinition, toFieldErrors } from '#shared/forms/form.ts';
import { schemaOf } from '#shared/forms/schemas.ts';
import type { Body, BrowserFields } from '#shared/http/body.ts';
import type { PostedVote } from '#shared/moderation/review.ts';
import { commentsFromBrowser, fieldComments, nameAt } from './posted-comments.ts';
import { fromProgram, says, saysOfObject } from './posted-json.ts';

/** In code points. */
export const longestComment = 4000;

/** What a vote needs besides its fields, told together with what else is wrong. */
type Draft = { decision?: unknown; reason?: unknown; comment?: unknown; comments?: unknown };
const needs = (isMet: (vote: Draft) => boolean, path: string, error: string) =>
  z.refine<Draft>(isMet, {
    error,
    path: [path],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

const isBlank = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '');
const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

function fieldsOf(form: FormDefinition) {
  return z
    .strictObject(
      {
        decision: z.enum(DecisionKind.options, { error: says('unknown-code') }),
        reason: z.optional(z.enum(RejectReason.options, { error: says('unknown-code') })),
        comment: z.optional(z.pipe(schemaOf(longText(0, longestComment)), z.string())),
        comments: z.optional(fieldComments(form)),
        contentHash: z.string({ error: says('wrong-type') }).check(z.minLength(1, { error: 'required' })),
      },
      { error: saysOfObject },
    )
    .check(
      needs(({ decision, reason }) => decision !== 'reject' || reason !== undefined, 'reason', 'required'),
      needs(
        ({ decision, comments }) => decision === 'request-changes' || decision === undefined || isEmpty(comments),
        'comments',
        'unknown-field',
      ),
      needs(
        ({ decision, comment, comments }) =>
          decision !== 'request-changes' || !isBlank(comment) || (comments !== undefined && !isEmpty(comments)),
        'comment',
        'required',
      ),
    );
}

type ReadVote = { kind: 'vote'; vote: PostedVote } | { kind: 'refused'; errors: readonly FieldError[] };

/** Reads a moderator's vote. A rejection names its reason, a request for changes says what to change; nothing else has either. */
export function readPostedVote(form: FormDefinition, body: Body, of: Pick<Case, 'round'>): ReadVote {
  const posted = body.kind === 'json' ? fromProgram(body.value) : fromBrowser(form, body.fields);
  const parsed = fieldsOf(form).safeParse(posted);
  if (!parsed.success) return { kind: 'refused', errors: toFieldErrors(parsed.error.issues) };
  const { decision, reason, comment, comments, contentHash } = parsed.data;
  if (decision === 'request-changes' && isLastRound(of))
    return { kind: 'refused', errors: [{ pointer: '/decision', code: 'round-limit' }] };
  // Blanks are no comment, and a reason belongs to a rejection.
  return {
    kind: 'vote',
    vote: {
      decision,
      contentHash,
      ...(comment && { comment }),
      ...(decision === 'reject' && { reason }),
      ...(comments !== undefined && comments.length > 0 && { comments }),
    },
  };
}

/** What was posted as a browser would have posted it: the page keeps every word, however it came, and whatever is wrong. */
export function typedVote(body: Body): BrowserFields {
  return body.kind === 'browser' ? body.fields : typedValues(body.value);
}

/** The same of a vote that was taken. */
export function typedValues(vote: unknown): BrowserFields {
  const { comments, ...others } = typeof vote === 'object' && vote !== null ? { comments: undefined, ...vote } : {};
  const ofFields = z.array(FieldComment).safeParse(comments).data ?? [];
  const typed = [...Object.entries(others), ...ofFields.map(({ pointer, comment }) => [nameAt(pointer), comment])];
  return new Map(typed.flatMap(([name, text]) => (typeof text === 'string' ? [[name, [text]]] : [])));
}

/** Browsers post empty fields too, and reasons beside decisions that need none; other names are ignored. */
function fromBrowser(form: FormDefinition, fields: BrowserFields): Record<string, unknown> {
  const names = ['decision', 'reason', 'comment', 'contentHash'];
  const values = names.map((name) => [name, fields.get(name)?.[0] ?? ''] as const);
  const comments = commentsFromBrowser(form, fields);
  return {
    ...Object.fromEntries(values.filter(([, value]) => value !== '')),
    ...(comments.length > 0 && { comments }),
  };
}
