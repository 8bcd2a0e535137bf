import * as z from 'zod/mini';
import { Content } from '#shared/forms/form.ts';
import { Language } from '#shared/i18n/language.ts';
import { Fact, type FactDetails, type Happening, nextFact, WhyHeld } from './audit.ts';
import { Decision, Vote } from './decision.ts';
import { Publication } from './publication.ts';
import { Verdict } from './screening.ts';
import { type Action, Status, statusAfter } from './status.ts';

/* Rules of shared/case are pure: they take a case and the time, and give the next case or an ending (shared/README.md). */

const Time = z.string();

/** What was asked and not yet answered. `step` counts the steps taken; `reminds`: the last of them asked nobody new. */
export const Question = z.object({
  kind: z.enum(['confirm', 'review', 'revise']),
  askedAt: Time,
  answerBy: Time,
  step: z.int(),
  reminds: z.boolean(),
  token: z.string(),
  /** How many moderators must approve. Recorded when it is asked, so that new settings change no open round. */
  approvals: z._default(z.int(), 1),
  votes: z._default(z.array(Vote), []),
  /** Who has taken back a vote, so that doing so twice is no mistake. */
  takenBack: z.optional(z.array(z.string())),
  /** When the votes become the decision; set while they are clear and can still be taken back. */
  settlesAt: z.optional(Time),
  /** The votes that contradicted each other. Set while the lead institution is asked to decide. */
  disagreed: z.optional(z.array(Vote)),
});
export type Question = z.infer<typeof Question>;

/** Why a case waits for a person to carry it on. */
export const WhyParked = z.enum([
  'moderators-silent',
  'moderators-disagree',
  'moderators-too-few',
  'moderators-unreachable',
  'workflow-failed',
]);
export type WhyParked = z.infer<typeof WhyParked>;

/**
 * The execution that drives a case. `starting`: StartExecution may or may not have been heard; `running`: its first task
 * was here; `ended`: it has nothing more to do. `restarts` counts new drivers within one status and round, `turns` how
 * often this one has come back to its first task meanwhile.
 */
export const Driver = z.object({
  number: z.int(),
  phase: z.enum(['starting', 'running', 'ended']),
  restarts: z.int(),
  turns: z.optional(z.int()),
});
export type Driver = z.infer<typeof Driver>;

/** One text of a submission. `changed`: pointers of the fields that are different from the round that it changes. */
export const Round = z.object({
  number: z.int(),
  content: Content,
  contentHash: z.string(),
  postedAt: Time,
  changed: z.optional(z.array(z.string())),
  /** The number of the round that it changes, and how many there have been since it was first sent in or taken up again. */
  basis: z.optional(z.int()),
  count: z.optional(z.int()),
});
export type Round = z.infer<typeof Round>;

/** The head of a case: all that decides what may happen next. Earlier rounds, facts and mails lie beside it. */
export const Case = z.object({
  id: z.string(),
  reference: z.string(),
  form: z.string(),
  status: Status,
  /** Rises with each write; a write names the version that it read. */
  version: z.int(),
  /** The language in which the submitter is spoken to. */
  language: Language,
  /** Who sent it in: the address that was confirmed. A revision may name another contact, but mails go here. */
  submitter: z.object({ name: z.string(), email: z.string() }),
  round: Round,
  /** Of the present round. */
  verdict: Verdict,
  driver: z.optional(Driver),
  question: z.optional(Question),
  /** How often an operator had the question asked anew; its mails are then sent anew too. */
  asking: z.int(),
  /** Ids of the moderators who have been asked; a revision goes to the same. */
  reviewers: z.array(z.string()),
  decision: z.optional(Decision),
  /** Hashes of addresses that take no mail about this case (refusals.ts). */
  refused: z._default(z.array(z.string()), []),
  parked: z.optional(z.object({ at: Time, why: WhyParked })),
  /** The task token of an answered question, until the driver has been seen to go on. */
  wake: z.optional(z.string()),
  /** When the reconciler looks at the case if nothing moves it before. */
  checkAt: z.optional(Time),
  /** How often it has looked since anything moved the case. */
  looks: z.optional(z.int()),
  publication: z.optional(Publication),
  /** Of a withdrawn case: who had answered the round that was open then, and whether the owner of the address sent nothing in. */
  withdrawal: z.optional(z.object({ voters: z.array(z.string()), isUnwanted: z.optional(z.boolean()) })),
  /** Why it waits for an operator before anybody is asked; absent in what older releases held. */
  held: z.optional(z.object({ at: Time, why: WhyHeld })),
  /** Whether an operator let it go: its mails leave then, whatever the budgets say. */
  released: z.optional(z.boolean()),
  /** Until when the mail to confirm the address is held back, as much has gone to that address. */
  mailHeldUntil: z.optional(Time),
  /** When the submitter showed that the address is theirs; absent in what older releases stored. */
  confirmedAt: z.optional(Time),
  /** How often the submitter asked for the links anew, and when the last few times. */
  resends: z._default(z.int(), 0),
  resentAt: z._default(z.array(Time), []),
  /** When it is to be erased, if somebody asked for that. */
  eraseAt: z.optional(Time),
  /** While it is set nothing of the case is erased: it is needed for a legal claim. */
  legalHold: z.optional(z.object({ at: Time })),
  /** Whether the people concerned have been told how it ended. */
  told: z.boolean(),
  /** Random, for the seals of its facts; absent in what older releases stored. */
  salt: z.optional(z.string()),
  createdAt: Time,
  updatedAt: Time,
  /** The newest facts; older ones have been moved out. Never empty. */
  facts: z.array(Fact),
});
export type Case = z.infer<typeof Case>;

/** What a change may set; `undefined` removes. */
export type Changes = { [Key in keyof Case]?: Case[Key] | undefined };

/** The case with changes of which no fact needs to tell. While votes are about to settle, it is looked at by then. */
export function amend(current: Case, changes: Changes): Case {
  const next = Case.parse({ ...current, ...changes });
  const settlesAt = next.question?.settlesAt;
  const isLate = settlesAt !== undefined && (next.checkAt === undefined || next.checkAt > settlesAt);
  return isLate ? { ...next, checkAt: settlesAt } : next;
}

/** The case with changes and one more fact. Facts before it are left to the store to move out. */
export function record(current: Case, now: Date, what: Happening, changes: Changes = {}, more: FactDetails = {}): Case {
  const at = now.toISOString();
  const next = amend(current, changes);
  const fact = nextFact(current.facts.at(-1), { at, what, round: next.round.number, ...more });
  return { ...next, updatedAt: at, facts: [fact] };
}

/** Two acts that are written at once: the case after the second, with the facts of both. */
export function together(first: Case, second: Case): Case {
  const isNew = ({ number }: Fact) => first.facts.every((fact) => fact.number !== number);
  return { ...second, facts: [...first.facts, ...second.facts.filter(isNew)] };
}

/** Takes an action from the table of transitions; undefined when it is not legal now. Restarts and turns are counted anew. */
export function act(
  current: Case,
  action: Action,
  now: Date,
  what: Happening,
  changes: Changes = {},
  more: FactDetails = {},
): Case | undefined {
  const status = statusAfter(action, current.status);
  if (status === undefined) return undefined;
  const driver = changes.driver ?? current.driver;
  const fresh = driver && { ...driver, restarts: 0, turns: undefined };
  return record(current, now, what, { told: false, ...changes, driver: fresh, status }, more);
}
