import { expect } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { entryIdOf } from '#shared/case/publication.ts';
import { windowOf } from '#shared/case/question.ts';
import { concernedBy } from '#shared/moderation/conflict.ts';
import { mayDecide } from '#shared/moderation/routing.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';
import { readCase, type Services } from '#test/support/services.ts';
import type { Model } from './model.ts';
import { expectDecided, toldOf } from './race-truth.ts';

interface Seen {
  readonly ports: Services;
  readonly id: string;
}

/** Whether the case is what the model says, its facts tell the same, and nobody has been told what is not so. */
export async function expectTruth(model: Model, { ports, id }: Seen): Promise<void> {
  const current = await readCase(ports, id);
  // What is approved is published as soon as its driver gets to it.
  const status = current.status === 'approved' ? 'published' : current.status;
  expect([status, current.round.number]).toEqual([model.status, model.round]);
  expect(current.parked !== undefined).toBe(model.isParked);
  expectAsked(model, current);
  if (current.status !== 'approved') {
    const found = await ports.catalogue.read(entryIdOf(current));
    expect(found.kind === 'public' ? found.initiative.title : undefined, 'what readers see').toBe(model.shown);
  }
  for (const reviewer of current.reviewers)
    expect(mayDecide(ports.settings, concernedBy(current), reviewer), `${reviewer} has no stake`).toBe(true);
  const facts = await ports.cases.facts(current);
  expect(isUnbroken(facts)).toBe(true);
  for (let round = 1; round <= model.round; round += 1) {
    const told = toldOf(facts, round);
    expectDecided(told, current, model.approvals);
    const standing = round === model.round ? model.standing() : model.decisions.get(round)?.votes;
    expect(Object.fromEntries(told.standing)).toEqual(Object.fromEntries(standing ?? []));
  }
  for (const key of await ports.cases.sentMails(id)) expect(isDue(model, key), `${key} may have left`).toBe(true);
}

/** The question is the one that the model says; when it was asked the case knows best. */
function expectAsked(model: Model, { question, status }: Case): void {
  if (question === undefined) return;
  expect(Date.parse(question.answerBy) - Date.parse(question.askedAt)).toBe(windowOf(question.kind));
  model.answerBy = Date.parse(question.answerBy);
  if (status !== 'in-review') return;
  expect(question.settlesAt).toBe(model.finalAt === undefined ? undefined : new Date(model.finalAt).toISOString());
}

/** Whether this mail may have been sent. */
function isDue({ status, round, decisions, disagreements, versions, isConfirmed }: Model, key: string): boolean {
  const [kind = '', of = ''] = key.split('/');
  const decided = decisions.get(Number(of));
  switch (kind) {
    case 'confirm':
    case 'delay':
      return true;
    case 'review':
      return Number(of) <= round;
    case 'tie-break':
      return disagreements.has(Number(of));
    case 'acknowledgement':
      return decided !== undefined;
    case 'revise':
      return decided?.kind === 'request-changes';
    case 'published':
      return Number(of) <= versions;
    case 'revision-rejected':
      return decided?.kind === 'reject' && versions > 0;
    case 'revision-lapsed':
      return decided?.kind === 'request-changes' && versions > 0;
    case 'still-right':
      return versions > 0;
    case 'withdrawn':
      return status === kind && isConfirmed;
    case 'withdrawn-vote':
      return status === 'withdrawn' && !decisions.has(round);
    case 'rejected':
    case 'lapsed':
      return status === kind;
    default:
      return false;
  }
}

/** At rest, everybody has been told what they are owed. */
export async function expectEverybodyTold(model: Model, { ports, id }: Seen): Promise<void> {
  const sent = [...(await ports.cases.sentMails(id))];
  const has = (beginning: string) => sent.filter((key) => key === beginning || key.startsWith(`${beginning}/`)).length;
  expect(has('confirm/1')).toBeGreaterThan(0);
  for (const [round, { kind, votes }] of model.decisions) {
    expect(has(`acknowledgement/${round}`), `thanks for round ${round}`).toBe(votes.size);
    if (kind === 'request-changes') expect(has(`revise/${round}`)).toBeGreaterThan(0);
  }
  const end = endingOf(model);
  if (end !== undefined) expect(has(end), end).toBe(1);
  const undecided = model.status === 'withdrawn' && !model.decisions.has(model.round);
  expect(has('withdrawn-vote')).toBe(undecided ? model.standing().size : 0);
  for (const [round, { kind }] of model.decisions) {
    const seen = model.previews.get(`${round} ${kind}`);
    if (seen !== undefined && model.status !== 'withdrawn')
      expect(ports.mailer.sent.map(({ subject }) => subject)).toContain(seen);
  }
  const toSubmitter = ports.mailer.sent.filter(({ to }) => !to.endsWith('@nordic.example'));
  expect(JSON.stringify(toSubmitter)).not.toContain('canary');
}

/** The mail that says how it ended; undefined when it has not, or when nobody is to be told. */
function endingOf({ status, round, decisions, versions, isConfirmed }: Model): string | undefined {
  switch (status) {
    case 'rejected':
    case 'lapsed':
      return status;
    case 'withdrawn':
      return isConfirmed ? 'withdrawn' : undefined;
    case 'published': {
      const { kind } = decisions.get(round) ?? {};
      if (kind === 'approve') return `published/${versions}`;
      return kind === 'reject' ? `revision-rejected/${round}` : `revision-lapsed/${round}`;
    }
    default:
      return undefined;
  }
}
