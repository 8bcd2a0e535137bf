import { v7 } from 'uuid';
import type { Revision } from '#shared/case/answers.ts';
import { nextFact } from '#shared/case/audit.ts';
import { Case } from '#shared/case/case.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { freshDriver } from '#shared/case/driver.ts';
import type { Publication } from '#shared/case/publication.ts';
import { newQuestion, questionOf } from '#shared/case/question.ts';
import { referenceOf } from '#shared/case/reference.ts';
import type { Status } from '#shared/case/status.ts';
import type { Content } from '#shared/forms/form.ts';
import { day, hour } from './time.ts';

/** When the tests play, unless they say otherwise. */
export const noon = new Date('2026-03-02T12:00:00.000Z');

interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  /** For what the product names, such as `windowOf('confirm')`. */
  readonly ms?: number;
}
export const later = (from: Date, by: Span) =>
  new Date(
    from.getTime() +
      (by.ms ?? 0) +
      (by.days ?? 0) * day +
      (by.hours ?? 0) * hour +
      (by.minutes ?? 0) * 60_000 +
      (by.seconds ?? 0) * 1000,
  );

/** What a believable submitter fills in: every required field of `initiative`, and nothing else. */
export const initiativeFields = {
  title: 'Språkvänner i Umeå',
  summary: 'Frivilliga träffar nyanlända en kväll i veckan och talar svenska om vardagen.',
  language: 'sv',
  countries: ['SE'],
  actorType: 'municipality',
  organisation: 'Umeå kommun',
  themes: ['health'],
  phase: 'ongoing',
  startDate: '2025-09-01',
  contact: { name: 'Åsa Öberg', email: 'asa.oberg@umea.example' },
  consent: true,
};

/** The same as the form's schema leaves it. */
export const content: Content = {
  ...initiativeFields,
  contact: { ...initiativeFields.contact, public: false },
};

/** Somebody with an address of their own, by number. */
export const submitterNumber = (number: number) => ({ name: `Number ${number}`, email: `n${number}@umea.example` });

/** A case with a new id in the given status, as the domain itself would have brought it there. */
export function aCase(status: Status = 'received', changes: Partial<Case> = {}): Case {
  const id = v7();
  const at = noon.toISOString();
  const kind = status === 'received' ? undefined : questionOf({ status });
  const isDriven = status !== 'spam' && status !== 'withdrawn';
  return Case.parse({
    id,
    reference: referenceOf(id),
    form: 'initiative',
    status,
    version: 1,
    language: 'sv',
    submitter: { name: content.contact.name, email: content.contact.email },
    round: { number: 1, content, contentHash: hashOf(content), postedAt: at },
    verdict: { kind: 'clean', reasons: [] },
    ...(isDriven && freshDriver(undefined, noon)),
    ...(kind && {
      question: newQuestion(kind, `token of ${kind}`, noon),
      driver: { number: 1, phase: 'running', restarts: 0 },
    }),
    ...((status === 'approved' || status === 'published') && { publication: aPublication(status) }),
    asking: 0,
    reviewers: status === 'in-review' ? ['anna', 'bo'] : [],
    told: false,
    createdAt: at,
    updatedAt: at,
    facts: [nextFact(undefined, { at, what: 'received', round: 1 })],
    ...changes,
  });
}

/** The first version: approved, and in the catalogue if it is published. It goes by the id of its case. */
export function aPublication(status: 'approved' | 'published' = 'published'): Publication {
  const at = noon.toISOString();
  const shown = status === 'published' ? 1 : 0;
  return { version: 1, publishedAt: at, updatedAt: at, round: 1, edition: 1, shown, showsContact: false, asked: 0 };
}

/** What a submitter answers to changes that were requested on a round. */
export function aRevision(changed: Content, round = 1): Revision {
  return { round, content: changed, contentHash: hashOf(changed), verdict: { kind: 'clean', reasons: [] } };
}

/** What a moderator answers to the present round. */
export function aVote(current: Case, decision: 'approve' | 'request-changes' | 'reject', by = 'anna') {
  const { number, contentHash } = current.round;
  const reason = decision === 'reject' ? ('out-of-scope' as const) : undefined;
  return { decision, reason, contentHash, round: number, by, institution: 'nordic_welfare_centre' };
}
