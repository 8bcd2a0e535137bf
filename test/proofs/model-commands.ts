import fc from 'fast-check';
import { expect } from 'vitest';
import { confirm, revise } from '#shared/case/answers.ts';
import type { DecisionKind } from '#shared/case/decision.ts';
import { decisionKinds } from '#shared/case/decision.ts';
import type { createDraftStore } from '#shared/case/draft-store.ts';
import { withdraw } from '#shared/case/submitter-acts.ts';
import { mostRounds } from '#shared/case/votes.ts';
import type { Content } from '#shared/forms/form.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import type { createNoteStore } from '#shared/moderation/note-store.ts';
import { previewMail } from '#shared/moderation/preview-mail.ts';
import { type OpenReview, openReview, type PostedVote, undoReview, voteOnReview } from '#shared/moderation/review.ts';
import { seatOf } from '#shared/moderation/routing.ts';
import { attend } from '#shared/operations/attend.ts';
import { reconcileDue } from '#shared/operations/reconcile.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { aRevision } from '#test/support/cases.ts';
import type { Services } from '#test/support/services.ts';
import type { Model } from './model.ts';
import { expectTruth } from './model-truth.ts';
import { comeToRest } from './race-table.ts';
import type { SmallWorkflow } from './small-workflow.ts';

/** What can happen to a submission: done for real, and compared with what the model says of it. */

export interface Real {
  readonly ports: Services;
  readonly workflow: SmallWorkflow;
  readonly id: string;
  readonly content: Content;
  readonly drafts: ReturnType<typeof createDraftStore>;
  readonly notes: ReturnType<typeof createNoteStore>;
}

type Command = fc.AsyncCommand<Model, Real>;

/** A command that is possible at any time. Afterwards whatever has been started or woken is done, and all must be true. */
function command(name: string, does: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    async run(model, real) {
      await does(model, real);
      await real.workflow.work();
      await expectTruth(model, real);
    },
    toString: () => name,
  };
}

/** The newest link of a kind that an address has been mailed; undefined when there is none. */
function linkTo({ ports }: Real, kind: 'review' | 'revise', address: string): string | undefined {
  const mail = ports.mailer.sent.findLast(({ to, text }) => to === address && text.includes(`/${kind}/`));
  return mail?.text.split(`/${kind}/`)[1]?.slice(0, 43);
}

async function opened(real: Real, moderator: string) {
  const { ports } = real;
  const secret = linkTo(real, 'review', seatOf(ports.settings, moderator)?.moderator.email ?? '');
  return secret === undefined ? undefined : openReview(ports, secret);
}

function posted({ case: { round } }: OpenReview, decision: DecisionKind): PostedVote {
  return { decision, contentHash: round.contentHash, ...(decision === 'reject' && { reason: 'other' as const }) };
}

const confirms = command('the submitter confirms', async (model, { ports, id }) => {
  const changed = await answerCase(ports, id, confirm);
  expect(changed?.outcome.kind).toBe(model.confirm());
});

const votes = (by: string, decision: DecisionKind) =>
  command(`${by} votes ${decision}`, async (model, real) => {
    const review = await opened(real, by);
    if (review?.kind !== 'open') return;
    // The last round offers no changes.
    if (decision === 'request-changes' && model.count >= mostRounds) return;
    const outcome = await voteOnReview(real.ports, review, posted(review, decision));
    expect(outcome.kind).toBe(model.vote(by, decision));
    if (outcome.kind === 'voted') {
      const { settlesAt } = outcome.case.question ?? {};
      expect(settlesAt).toBe(model.finalAt === undefined ? undefined : new Date(model.finalAt).toISOString());
    }
  });

const previews = (by: string, decision: DecisionKind) =>
  command(`${by} looks at what ${decision} would say`, async (model, real) => {
    const review = await opened(real, by);
    if (review?.kind !== 'open') return;
    const { letter } = previewMail(real.ports, review, posted(review, decision));
    model.previews.set(`${review.case.round.number} ${decision}`, letter.subject);
  });

const takesBack = (by: string) =>
  command(`${by} takes back`, async (model, real) => {
    const review = await opened(real, by);
    if (review?.kind !== 'open') return;
    expect((await undoReview(real.ports, review)).kind).toBe(model.takeBack(by));
  });

const writesNote = (by: string, note: string) =>
  command(`${by} notes ${note}`, async (model, { notes, id, ports }) => {
    await notes.add(id, { by, round: model.round, at: ports.now().toISOString(), note });
    model.notes.add(`${by} ${model.round} ${note}`);
    const kept = (await notes.all(id)).map((one) => `${one.by} ${one.round} ${one.note}`);
    expect(new Set(kept)).toEqual(model.notes);
  });

const savesDraft = (title: string) =>
  command(`the submitter saves ${title}`, async (model, { drafts, id, ports }) => {
    if (model.status !== 'changes-requested') return;
    const draft = { values: { title: [title] }, savedAt: ports.now().toISOString() };
    await drafts.save(id, model.round, draft);
    expect(await drafts.read(id, model.round)).toEqual(draft);
    expect(await drafts.read(id, model.round + 1)).toBeUndefined();
  });

const revises = (title: string) =>
  command(`the submitter sends ${title}`, async (model, real) => {
    const secret = linkTo(real, 'revise', real.content.contact.email);
    if (secret === undefined) return;
    const { round = 0 } = (await real.ports.links.find(secret)) ?? {};
    await sendsIn(model, real, round, title);
  });

const takesUpAgain = (title: string) =>
  command(`the submitter makes ${title} of what is published`, async (model, real) => {
    if (model.status === 'published') await sendsIn(model, real, model.round, title);
  });

async function sendsIn(model: Model, { ports, id, content }: Real, round: number, title: string): Promise<void> {
  const revision = aRevision({ ...content, title }, round);
  const changed = await answerCase(ports, id, (current, now) => revise(current, revision, now));
  expect(changed?.outcome.kind).toBe(model.revise(round, title));
}

const withdraws = command('the submitter withdraws', async (model, { ports, id }) => {
  const changed = await answerCase(ports, id, withdraw);
  expect(changed?.outcome.kind).toBe(model.withdraw());
});

const resumes = command('an operator resumes', async (model, { ports, id }) => {
  expect((await attend(ports, id, 'resume')).outcome).toBe(model.resume());
});

const asksAgain = command('an operator asks again', async (model, { ports, id }) => {
  expect((await attend(ports, id, 'ask-again')).outcome).toBe(model.askAgain());
});

const passes = (minutes: number) =>
  command(`${minutes} minutes pass`, async (model, { ports }) => {
    ports.pass({ minutes });
    model.now = ports.now().getTime();
  });

const reconciles = command('the reconciler runs', async (model, { ports }) => {
  await reconcileDue(ports);
  model.settle();
});

const reminds = command('reminders run', async (_model, { ports }) => {
  await remindAll(ports);
});

const timesOut = command('waits time out', async (model, { workflow, ports }) => {
  // A new driver waits at least a second.
  ports.pass({ seconds: 1 });
  model.now = ports.now().getTime();
  await workflow.timeOut();
  model.timeOut();
});

const dies = command('the driver dies', async (model, { workflow }) => {
  if (await workflow.kill()) model.die();
});

/** What can happen, and how often beside the others: what brings a submission further is tried more. */
export function anything(moderators: readonly string[], most: number) {
  const who = fc.constantFrom(...moderators);
  const word = fc.constantFrom('one', 'two', 'three');
  const decision = fc.constantFrom<DecisionKind>('approve', ...decisionKinds);
  const moments = fc.constantFrom(1, 5, 9, 10, 11, 11, 60, day, 3 * day, 7 * day, 28 * day);
  const often = (times: number, arbitrary: fc.Arbitrary<Command>) => Array.from({ length: times }, () => arbitrary);
  const all = [
    ...often(3, fc.constant(confirms)),
    ...often(
      8,
      fc.tuple(who, decision).map(([by, what]) => votes(by, what)),
    ),
    ...often(
      1,
      fc.tuple(who, decision).map(([by, what]) => previews(by, what)),
    ),
    ...often(2, who.map(takesBack)),
    ...often(
      1,
      fc.tuple(who, word).map(([by, note]) => writesNote(by, `canary ${note}`)),
    ),
    ...often(1, word.map(savesDraft)),
    ...often(3, word.map(revises)),
    ...often(1, word.map(takesUpAgain)),
    ...often(2, fc.constant(resumes)),
    ...often(1, fc.constantFrom(asksAgain, resumes, resumes, withdraws)),
    ...often(3, moments.map(passes)),
    ...often(3, fc.constant(reconciles)),
    ...often(1, fc.constant(reminds)),
    ...often(1, fc.constant(timesOut)),
    ...often(1, fc.constant(dies)),
  ];
  return fc.commands(all, { maxCommands: most, size: 'max' });
}

/** In minutes. */
const day = 24 * 60;

/** Everything that happens by itself in the end: waits time out, and the reconciler runs until there is nothing left to do. */
export async function comeToAnEnd(model: Model, real: Real): Promise<void> {
  await comeToRest(real.ports, real.workflow, real.id);
  model.now = real.ports.now().getTime();
  model.settle();
  await timesOut.run(model, real);
  await comeToRest(real.ports, real.workflow, real.id);
  await expectTruth(model, real);
}
