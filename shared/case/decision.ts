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

/** What the submitter is told about the whole, in the order in which it was said: all approve together, else one decides alone. */
export function commentsOf({ decision, comment, votes }: Pick<Decision, 'decision' | 'comment' | 'votes'>): string[] {
  const approving = votes?.filter((vote) => vote.decision === 'approve') ?? [];
  const deciding = decision === 'approve' && approving.length > 0 ? approving : [{ comment }];
  return deciding.flatMap((vote) => vote.comment ?? []);
}
