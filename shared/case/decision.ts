import * as z from 'zod/mini';

/** The reasons for which a moderator may reject. */
export const rejectReasons = [
  'out-of-scope',
  'duplicate',
  'incomplete',
  'not-verifiable',
  'personal-data',
  'advertising',
  'other',
] as const;
export const RejectReason = z.enum(rejectReasons);
export type RejectReason = z.infer<typeof RejectReason>;

export const decisionKinds = ['approve', 'request-changes', 'reject'] as const;
export const DecisionKind = z.enum(decisionKinds);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What is to be said about one field, by its JSON Pointer. */
export const FieldComment = z.object({ pointer: z.string(), comment: z.string() });
export type FieldComment = z.infer<typeof FieldComment>;

/** What one moderator says to a round. `for` is the institution for which they stand in, if they do: as its deputy, or from another. */
export const Vote = z.object({
  decision: DecisionKind,
  reason: z.optional(RejectReason),
  comment: z.optional(z.string()),
  comments: z.optional(z.array(FieldComment)),
  by: z.string(),
  for: z.optional(z.string()),
  institution: z.string(),
  round: z.int(),
  at: z.string(),
});
export type Vote = z.infer<typeof Vote>;

/** What a round came to: the vote that decided, and all that were given. Older releases stored only the first. */
export const Decision = z.extend(Vote, {
  votes: z.optional(z.array(Vote)),
  /** When it became final and the status changed. */
  settledAt: z.optional(z.string()),
});
export type Decision = z.infer<typeof Decision>;

type Heard = Pick<Decision, 'decision' | 'comment' | 'comments' | 'votes'>;

/**
 * The votes whose words reach the submitter: all who approved or asked for changes, also where one of them broke a tie. Who
 * rejects gives the reason, and speaks alone.
 */
function heardIn({ decision, comment, comments, votes = [] }: Heard): Pick<Vote, 'comment' | 'comments'>[] {
  const same = decision === 'reject' ? [] : votes.filter((vote) => vote.decision === decision);
  return same.length > 0 ? same : [{ comment, comments }];
}

/** What the submitter is told about the whole, in the order in which it was said. */
export function commentsOf(decision: Heard): string[] {
  return heardIn(decision).flatMap(({ comment }) => comment ?? []);
}

/** What the submitter is told about single fields: of each once, whoever said it. */
export function fieldCommentsOf(decision: Heard): FieldComment[] {
  const said = new Map<string, string[]>();
  for (const { pointer, comment } of heardIn(decision).flatMap(({ comments = [] }) => comments))
    said.set(pointer, [...(said.get(pointer) ?? []), comment]);
  return [...said].map(([pointer, comments]) => ({ pointer, comment: comments.join('\n\n') }));
}

/** Both, as one comment on the whole and at most one on each field: what the next round answers. */
export function requestedBy(decision: Heard): { comment?: string; comments?: FieldComment[] } {
  const [whole, comments] = [commentsOf(decision), fieldCommentsOf(decision)];
  return { ...(whole.length > 0 && { comment: whole.join('\n\n') }), ...(comments.length > 0 && { comments }) };
}
