import { type Fact, type PublicHappening, publicHappenings, type WhyHeld } from '#shared/case/audit.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { entryIdOf, isPublic } from '#shared/case/publication.ts';
import { answerBy } from '#shared/case/question.ts';
import { openQuestionOf } from '#shared/case/standing.ts';
import { maySend, possibleActions, type SubmitterAction } from '#shared/case/submitter-acts.ts';
import type { Link } from '#shared/links/link.ts';

/** What happens next, as a code for programs. Pages say it by status (pages/next-step.ts). */
type NextStep = 'confirm' | 'review' | 'revise' | 'publish' | 'operator' | 'none';

/** Where a case stands, as its submitter may know it. */
export interface Progress {
  readonly id: string;
  readonly reference: string;
  readonly form: string;
  readonly status: Case['status'];
  readonly round: number;
  /** `by`: ISO 8601, when something happens at the latest; null when nothing is due. */
  readonly next: { readonly what: NextStep; readonly by: string | null };
  readonly timeline: readonly { readonly at: string; readonly what: PublicHappening }[];
  /** Until when the mail to confirm the address is held back, ISO 8601; absent when it is not. */
  readonly mailHeldUntil?: string;
  /** Why an operator looks at it before anybody is asked. */
  readonly heldBecause?: WhyHeld;
  /** The entry that readers find in the catalogue; absent while there is none. */
  readonly initiative?: { readonly id: string; readonly url: string };
  /** What can be done from the status page with the link that it was opened with. */
  readonly actions: readonly SubmitterAction[];
}

/** Where a case stands, with its history; read from the stores, nothing is written. */
export async function progressOf(
  { cases, origin }: { cases: CaseStore; origin: string },
  current: Case,
  link: Pick<Link, 'mailed'>,
  now: Date,
): Promise<Progress> {
  const facts = await cases.facts(current);
  const { id, reference, form, status, round, mailHeldUntil, held } = current;
  return {
    id,
    reference,
    form,
    status,
    round: round.number,
    next: nextStep(current, now),
    timeline: facts.flatMap((fact) => told(fact)),
    ...(mailHeldUntil !== undefined && mailHeldUntil > now.toISOString() && { mailHeldUntil }),
    ...(status === 'spam' && { heldBecause: held?.why ?? 'screening' }),
    ...(isPublic(current) && { initiative: entryAt(origin, current) }),
    actions: possibleActions(current, now).filter((action) => maySend(current, link, action)),
  };
}

function entryAt(origin: string, of: Case): NonNullable<Progress['initiative']> {
  const id = entryIdOf(of);
  return { id, url: `${origin}/initiatives/${id}` };
}

/** What the submitter may know of a fact. A moderator's address is none of their business. */
function told({ at, what, by }: Fact): Progress['timeline'] {
  const known = publicHappenings.find((happening) => happening === what);
  return known === undefined || (known === 'address-refused' && by !== undefined) ? [] : [{ at, what: known }];
}

function nextStep(current: Case, now: Date): Progress['next'] {
  const kind = openQuestionOf(current);
  if (kind !== undefined) return { what: kind, by: answerBy(kind, current.question, now) };
  if (current.parked !== undefined || current.status === 'spam') return { what: 'operator', by: null };
  return { what: current.status === 'approved' ? 'publish' : 'none', by: null };
}
