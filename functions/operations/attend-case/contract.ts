import * as z from 'zod/mini';
import type { EventContract } from '#shared/aws/contract.ts';
import { Fact } from '#shared/case/audit.ts';
import { whyBroken } from '#shared/case/audit-check.ts';
import { Case, WhyParked } from '#shared/case/case.ts';
import { Place } from '#shared/case/place.ts';
import { Status } from '#shared/case/status.ts';
import { ShownCase } from '#shared/operations/shown-case.ts';

const submissionId = z.string().check(z.minLength(1), z.maxLength(100));

const acting = {
  /** The operator's name for the history of the case: Lambda does not tell a function who calls it. Never a mail address. */
  by: z.optional(z.string().check(z.regex(/^[\w.-]{1,60}$/))),
  /** Whether only to say what would be done. */
  dryRun: z.optional(z.boolean()),
};

/** What is done to one case. */
export const CaseAct = z.enum([
  'release',
  'drop',
  'resume',
  'ask-again',
  'resend',
  'withdraw',
  'erase',
  'hold',
  'unhold',
]);
export type CaseAct = z.infer<typeof CaseAct>;

const outcome = z.enum([
  'attended',
  'nothing-to-do',
  'decided',
  'not-possible',
  'erased',
  'no-such-case',
  'not-understood',
]);

/** What is answered, by the act. All but lists name an outcome. */
export const answers = {
  act: z.object({
    outcome,
    /** Where the case stands then. */
    status: z.optional(Status),
    /** When it becomes final, if it is decided. */
    settlesAt: z.optional(z.string()),
  }),
  'resume-all': z.object({ outcome, resumed: z.int(), failed: z.int(), more: z.boolean() }),
  show: z.object({ outcome, case: z.optional(ShownCase) }),
  audit: z.object({
    outcome,
    reference: z.optional(z.string()),
    facts: z.optional(z.array(Fact)),
    broken: z.optional(z.object({ number: z.int(), why: z.enum(whyBroken) })),
    owed: z.optional(z.array(z.string())),
  }),
  find: z.object({
    outcome,
    found: z.optional(z.array(z.object({ submissionId: z.string(), reference: z.string(), status: z.string() }))),
    /** Where the next call goes on; absent when all cases have been looked at. */
    next: z.optional(Place),
  }),
  list: z.object({
    cases: z.array(
      z.object({
        submissionId: z.string(),
        since: z.string(),
        /** Of a case that cannot be read nothing more is known. */
        unreadable: z.optional(z.boolean()),
        reference: z.optional(z.string()),
        status: z.optional(Status),
        parked: Case.shape.parked,
        held: Case.shape.held,
      }),
    ),
  }),
};
type Answers = { [Act in keyof typeof answers]: z.input<(typeof answers)[Act]> };
export type Answer = Answers[keyof Answers] | { readonly outcome: 'not-understood' };

export const contract = {
  env: z.object({ SUBMISSIONS_TABLE: z.string(), WORKFLOW_ARN: z.string() }),
  input: z.discriminatedUnion('act', [
    z.object({ act: z.enum(['list', 'list-held']) }),
    z.object({ act: z.literal('show'), submissionId, content: z.optional(z.boolean()) }),
    z.object({ act: z.literal('audit'), submissionId }),
    z.object({
      act: z.literal('find'),
      wanted: z.string().check(z.minLength(1), z.maxLength(320)),
      from: z.optional(Place),
    }),
    z.object({ act: CaseAct, submissionId, ...acting }),
    z.object({ act: z.literal('resume-all'), why: WhyParked, since: z.iso.datetime({ offset: true }), ...acting }),
  ]),
  files: ['settings.json'],
  failure: 'Operators cannot see the cases that wait for them, nor do anything about them.',
} satisfies EventContract;
