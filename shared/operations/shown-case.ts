import * as z from 'zod/mini';
import { Fact } from '#shared/case/audit.ts';
import { Case, Question } from '#shared/case/case.ts';
import { Content } from '#shared/forms/form.ts';

/** A case as operators see it: where it stands and why, what happened and which mails have left. No text, unless asked for. */
export const ShownCase = z.extend(
  z.pick(Case, {
    id: true,
    reference: true,
    form: true,
    status: true,
    language: true,
    createdAt: true,
    updatedAt: true,
    verdict: true,
    held: true,
    parked: true,
    reviewers: true,
    driver: true,
    checkAt: true,
    mailHeldUntil: true,
    publication: true,
    legalHold: true,
    eraseAt: true,
  }),
  {
    question: z.optional(
      z.pick(Question, { kind: true, askedAt: true, answerBy: true, approvals: true, settlesAt: true }),
    ),
    /** The keys of the mails that have left. */
    mails: z.array(z.string()),
    facts: z.array(Fact),
    content: z.optional(Content),
  },
);
export type ShownCase = z.infer<typeof ShownCase>;
