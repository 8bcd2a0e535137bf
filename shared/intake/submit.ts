import { logError } from '#shared/aws/log.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import { nextFact, sealOf } from '#shared/case/audit.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink, newLinkOfRepeat } from '#shared/case/case-links.ts';
import { type CaseStore, NotStorable } from '#shared/case/case-store.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { freshDriver } from '#shared/case/driver.ts';
import { referenceOf } from '#shared/case/reference.ts';
import { type Circumstances, screen } from '#shared/case/screening.ts';
import type { Content } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { LinkStore } from '#shared/links/link-store.ts';
import { followUp } from '#shared/moderation/follow-up.ts';
import { type Arrival, admit, type GatePorts, type Refused } from './gate.ts';
import type { Claim, KeyStore } from './key-store.ts';
import type { Rate } from './post-budget.ts';

export interface SubmitPorts extends GatePorts {
  readonly cases: CaseStore;
  readonly keys: KeyStore;
  readonly links: LinkStore;
  readonly workflow: Workflow;
  readonly newId: () => string;
  readonly newSalt: () => string;
}

export interface Submission {
  readonly form: string;
  readonly content: Content;
  readonly language: Language;
  readonly circumstances: Circumstances;
  /** The sender's idempotency key. */
  readonly key?: string | undefined;
  /** How it comes to the gate. */
  readonly arrival: Omit<Arrival, 'form'>;
}

export type Submitted =
  | { kind: 'accepted'; id: string; reference: string; statusSecret: string; rate: Rate | undefined }
  | Refused
  | { kind: 'key-reused' }
  | { kind: 'not-storable' };

/**
 * Takes a submission in. The claim of the key is written first and means nothing by itself; then the post is counted, and may
 * be refused. The one conditional put of the head makes the case exist, with the status link written beside it. Only then is
 * the sender answered: if one of the two fails, the same key completes it.
 */
export async function submit(ports: SubmitPorts, submission: Submission): Promise<Submitted> {
  const now = ports.now();
  const contentHash = hashOf(submission.content);
  const newId = ports.newId();
  const id = await claimId(ports, submission, { submissionId: newId, contentHash }, now);
  if (id === undefined) return { kind: 'key-reused' };
  const admission = await admit(ports, { form: submission.form, ...submission.arrival });
  if (admission.kind === 'proof-of-work-required' || admission.kind === 'too-many') return admission;
  const first = receive(
    id,
    submission,
    { contentHash, salt: ports.newSalt(), isFlood: admission.kind === 'held' },
    now,
  );
  try {
    const statusSecret = await (id === newId ? takeIn : takeInAgain)(ports, first, now);
    return { kind: 'accepted', id, reference: first.reference, statusSecret, rate: admission.rate };
  } catch (error) {
    if (!(error instanceof NotStorable)) throw error;
    logError('the table refuses what the form has taken', error, { submissionId: id });
    if (submission.key !== undefined)
      await ports.keys.release(submission.form, submission.key, { submissionId: id, contentHash }, now);
    return { kind: 'not-storable' };
  }
}

/** Makes the case exist and gives the secret of its status link. */
async function takeIn(ports: SubmitPorts, first: Case, now: Date): Promise<string> {
  const link = ports.links.mint(newLink('status', first, now));
  // If one fails, the other still comes to its end before the sender is told.
  const [made, linked] = await Promise.allSettled([make(ports, first, now), link]);
  if (made.status === 'rejected') throw made.reason;
  if (linked.status === 'rejected') throw linked.reason;
  return linked.value;
}

/** The same for a key that came before. Only the put tells whether an earlier try broke off: then this is its first link. */
async function takeInAgain(ports: SubmitPorts, first: Case, now: Date): Promise<string> {
  const made = await make(ports, first, now);
  return ports.links.mint(made === 'created' ? newLink('status', first, now) : newLinkOfRepeat(first, now));
}

async function make({ cases, workflow }: SubmitPorts, first: Case, now: Date): Promise<'created' | 'exists'> {
  const made = await cases.create(first);
  if (made === 'created') await followUp(workflow, first, now);
  return made;
}

/** The id that this submission shall have: a new one, or that of an earlier try with the same key and content. */
async function claimId(
  { keys }: SubmitPorts,
  { form, key }: Submission,
  claim: Claim,
  now: Date,
): Promise<string | undefined> {
  if (key === undefined) return claim.submissionId;
  const { submissionId, contentHash } = await keys.claim(form, key, claim, now);
  return contentHash === claim.contentHash ? submissionId : undefined;
}

/** The case as it begins. What is held has no driver, and nobody is disturbed until an operator releases it. */
function receive(
  id: string,
  { form, content, language, circumstances }: Submission,
  { contentHash, salt, isFlood }: { contentHash: string; salt: string; isFlood: boolean },
  now: Date,
): Case {
  const at = now.toISOString();
  const verdict = screen(formOf(form).fields, content, circumstances);
  const why = verdict.kind === 'spam' ? 'screening' : isFlood ? 'flood' : undefined;
  return {
    id,
    reference: referenceOf(id),
    form,
    status: why === undefined ? 'received' : 'spam',
    version: 1,
    language,
    submitter: { name: content.contact.name, email: content.contact.email },
    round: { number: 1, content, contentHash, postedAt: at },
    verdict,
    asking: 0,
    reviewers: [],
    refused: [],
    resends: 0,
    resentAt: [],
    told: false,
    salt,
    createdAt: at,
    updatedAt: at,
    facts: [
      nextFact(undefined, {
        at,
        ...(why !== undefined ? { what: 'held', reason: why } : { what: 'received' }),
        round: 1,
        ...sealOf(salt, contentHash),
      }),
    ],
    ...(why !== undefined ? { held: { at, why } } : freshDriver(undefined, now)),
  };
}
