import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askAgain, confirm, release, resume, revise } from '#shared/case/answers.ts';
import type { Fact } from '#shared/case/audit.ts';
import { Case } from '#shared/case/case.ts';
import { decisionKinds } from '#shared/case/decision.ts';
import {
  ask,
  driverName,
  lapse,
  markTold,
  noteShown,
  park,
  replaceDriver,
  restAfterMails,
  takeUp,
} from '#shared/case/driver.ts';
import { isOutdated } from '#shared/case/publication.ts';
import { questionOf, windowOf } from '#shared/case/question.ts';
import { noteRefusal } from '#shared/case/refusals.ts';
import { askIfCurrent, askOthers, takeDueSteps } from '#shared/case/reminder.ts';
import { needsDriver } from '#shared/case/standing.ts';
import { confirmCurrent, hideContact, resend, withdraw } from '#shared/case/submitter-acts.ts';
import { castVote, settlingFirst, takeBackVote } from '#shared/case/votes.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';
import { aCase, aRevision, aVote, content, later, noon } from '#test/support/cases.ts';
import { hour } from '#test/support/time.ts';

/** One thing that somebody tries, sensible or not. `pick` varies it; the driver is the current one, or the one before. */
interface Try {
  readonly name: string;
  readonly act: (current: Case, now: Date, pick: number) => { kind: string; next?: Case };
}

const executionOf = (current: Case, pick: number) =>
  pick % 4 === 0 ? `${current.id}-${(current.driver?.number ?? 1) - 1}` : driverName(current);
const token = (pick: number) => `token ${pick}`;

const asked = (pick: number) => ({ reviewers: ['anna', 'bo'], approvals: 1 + (pick % 2) });

const tries: Try[] = [
  { name: 'confirm', act: (current, now) => confirm(current, now) },
  {
    name: 'vote',
    act: (current, now, pick) => {
      const vote = aVote(current, decisionKinds[pick % 3] ?? 'approve', pick % 2 === 0 ? 'anna' : 'bo');
      return castVote(current, pick % 5 === 0 ? { ...vote, contentHash: 'stale' } : vote, pick % 2 === 0 ? 0 : 10, now);
    },
  },
  {
    name: 'revise',
    act: (current, now, pick) => {
      const next = { ...content, title: `Another title ${pick}` };
      return revise(current, aRevision(next, current.round.number - (pick % 3 === 0 ? 1 : 0)), now);
    },
  },
  {
    name: 'take back',
    act: (current, now, pick) => takeBackVote(current, pick % 2 === 0 ? 'anna' : 'bo', current.round.number, 10, now),
  },
  { name: 'release', act: (current, now) => release(current, now) },
  { name: 'resume', act: (current, now) => resume(current, now) },
  { name: 'ask again', act: (current, now) => askAgain(current, now) },
  { name: 'take up', act: (current, now, pick) => takeUp(current, executionOf(current, pick), now) },
  ...(['confirm', 'review', 'revise'] as const).map((kind) => ({
    name: `ask ${kind}`,
    act: (current: Case, now: Date, pick: number) =>
      ask(current, kind, { execution: executionOf(current, pick), token: token(pick) }, now, asked(pick)),
  })),
  {
    name: 'show',
    act: (current, now, pick) =>
      noteShown(
        current,
        executionOf(current, pick),
        (current.publication?.edition ?? 0) - (pick % 3 === 0 ? 1 : 0),
        now,
      ),
  },
  { name: 'tell', act: (current, now, pick) => markTold(current, executionOf(current, pick), now) },
  { name: 'withdraw', act: (current, now, pick) => (pick % 6 === 0 ? withdraw(current, now) : { kind: 'not now' }) },
  { name: 'hide contact', act: (current, now) => hideContact(current, now) },
  { name: 'confirm current', act: (current, now) => confirmCurrent(current, now) },
  { name: 'send links', act: (current, now) => resend(current, now) },
  { name: 'ask if current', act: (current, now) => askIfCurrent(current, now) },
  { name: 'lapse', act: (current, now, pick) => lapse(current, executionOf(current, pick), now) },
  {
    name: 'park',
    act: (current, now, pick) =>
      park(current, executionOf(current, pick), pick % 2 === 0 ? 'moderators-silent' : 'workflow-failed', now),
  },
  { name: 'end', act: (current, now, pick) => replaceDriver(current, executionOf(current, pick), pick % 2 === 0, now) },
  { name: 'remind', act: (current, now) => takeDueSteps(current, () => ['deputy'], now) },
  { name: 'refuse', act: (current, now, pick) => noteRefusal(current, `${pick % 3}@x.example`, undefined, now) },
  {
    name: 'ask others',
    act: (current, now, pick) =>
      askOthers(
        current,
        () => pick % 3 === 0,
        () => ['deputy'],
        now,
      ),
  },
  {
    name: 'mail',
    act: (current, now, pick) => {
      const deferred = pick % 2 === 0 ? later(now, { minutes: 1 }).toISOString() : undefined;
      return { kind: 'mailed', next: restAfterMails(current, deferred, now) };
    },
  },
];

/** What would come next if all went well: without it few walks would get far. */
const goOn: Try = {
  name: 'go on',
  act: (current, now, pick) => {
    const execution = driverName(current);
    const kind = questionOf(current);
    if (kind !== undefined && current.question === undefined)
      return ask(current, kind, { execution, token: token(pick) }, now, asked(pick));
    if (kind === 'confirm') return confirm(current, now);
    if (kind === 'review')
      return castVote(
        current,
        aVote(current, decisionKinds[pick % 3] ?? 'approve', current.reviewers[pick % 2]),
        pick % 2 === 0 ? 0 : 10,
        now,
      );
    return isOutdated(current)
      ? noteShown(current, execution, current.publication?.edition ?? 0, now)
      : markTold(current, execution, now);
  },
};

const steps = fc.array(
  fc.record({
    which: fc.constantFrom(...tries, goOn, goOn, goOn, goOn),
    pick: fc.nat(30),
    hours: fc.constantFrom(0, 0, 1, 30, windowOf('confirm') / hour + 24),
  }),
  { minLength: 20, maxLength: 60 },
);

describe('whatever is tried in whatever order, a case', () => {
  it('stays whole', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(fc.constantFrom('received', 'spam'), steps, (start, all) => {
        let current = aCase(start);
        let now = noon;
        const facts: Fact[] = [...current.facts];
        for (const { which, pick, hours } of all) {
          now = later(now, { hours });
          const { next } = settlingFirst(current, now, (latest) => which.act(latest, now, pick));
          if (next === undefined) continue;
          if (next.facts !== current.facts) facts.push(...next.facts.filter((fact) => fact.number > facts.length));
          expectSteady(current, next);
          expectWhole(next, facts);
          current = next;
          reached.set(next.status, (reached.get(next.status) ?? 0) + 1);
        }
      }),
      { numRuns: 400 },
    );
    // The walk is worth something only if it gets about.
    for (const status of ['in-review', 'changes-requested', 'approved', 'published', 'rejected', 'lapsed', 'withdrawn'])
      expect(reached.get(status), status).toBeGreaterThan(0);
  });
});

/** What one write never does. */
function expectSteady(before: Case, after: Case): void {
  expect(after.id).toBe(before.id);
  expect(after.version).toBe(before.version);
  expect(after.createdAt).toBe(before.createdAt);
  expect(after.driver?.number ?? 0).toBeGreaterThanOrEqual(before.driver?.number ?? 0);
  expect(after.driver?.number ?? 0).toBeLessThanOrEqual((before.driver?.number ?? 0) + 1);
  expect([0, 1]).toContain(after.round.number - before.round.number);
  if (after.status !== before.status)
    expect(after.facts.at(-1)?.number).toBeGreaterThan(before.facts.at(-1)?.number ?? 0);
  for (const ending of ['withdrawn', 'rejected', 'lapsed'])
    if (before.status === ending) expect(after.status).toBe(ending);
}

/** What is true of every case at every time. */
function expectWhole(current: Case, facts: readonly Fact[]): void {
  expect(Case.parse(current)).toEqual(current);
  expect(isUnbroken(facts)).toBe(true);
  expect(current.facts.length).toBeGreaterThan(0);
  if (current.question !== undefined) expect(current.question.kind).toBe(questionOf(current));
  if (current.parked !== undefined) expect(current.driver?.phase).toBe('ended');
  if (current.wake !== undefined) expect(current.checkAt).toBeDefined();
  // Nothing waits unseen: whatever needs a driver is looked at again.
  if (needsDriver(current)) expect(current.checkAt).toBeDefined();
  if (needsDriver(current)) expect(current.driver?.phase).not.toBe('ended');
  expect(current.driver?.restarts ?? 0).toBeLessThanOrEqual(3);
  const taken = facts.filter(({ what }) => what === 'approved' || what === 'rejected' || what === 'changes-requested');
  // A request is a fact of the round it was made in.
  expect(new Set(taken.map((fact) => fact.round)).size).toBe(taken.length);
}
