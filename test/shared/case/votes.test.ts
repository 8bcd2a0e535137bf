import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import type { Vote } from '#shared/case/decision.ts';
import { ask, driverName, park, takeUp } from '#shared/case/driver.ts';
import { windowOf } from '#shared/case/question.ts';
import { takeDueSteps } from '#shared/case/reminder.ts';
import { type Status, statuses } from '#shared/case/status.ts';
import {
  castVote,
  decidingVote,
  decisionOf,
  outcomeOf,
  settlingFirst,
  takeBackVote,
  voteOf,
} from '#shared/case/votes.ts';
import { aCase, aVote, later, noon } from '#test/support/cases.ts';

const undo = 10;
const soon = later(noon, { hours: 2 });
const final = later(soon, { minutes: undo });
const ended = { number: 3, phase: 'ended', restarts: 2 } as const;
const parked = {
  parked: { at: noon.toISOString(), why: 'moderators-silent' },
  driver: ended,
  checkAt: undefined,
} as const;

/** A review that asks anna, bo and cia, of whom so many must approve. */
function asking(approvals: number): Case {
  const current = aCase('in-review', { reviewers: ['anna', 'bo', 'cia'] });
  return { ...current, checkAt: undefined, question: current.question && { ...current.question, approvals } };
}

function voting(current: Case, decision: Vote['decision'], by = 'anna', now = soon, undoMinutes = undo): Case {
  return written(castVote(current, aVote(current, decision, by), undoMinutes, now));
}

function written(outcome: { kind: string; next?: Case }): Case {
  if (outcome.next === undefined) throw new Error(`Nothing was written: ${outcome.kind}`);
  return outcome.next;
}

/** The case after everything that is due has settled. */
const settledBy = (current: Case, now: Date) => settlingFirst(current, now, () => ({ kind: 'looked' })).next ?? current;

describe('what votes come to', () => {
  const votes = (said: string) =>
    [...said].map((letter, index) => {
      const decision = ({ a: 'approve', r: 'reject', c: 'request-changes' } as const)[letter] ?? 'approve';
      const { contentHash: _, ...said } = aVote(aCase('in-review'), decision, `moderator ${index}`);
      return { ...said, at: noon.toISOString() };
    });

  it.each([
    ['', 1, 'open', undefined],
    ['a', 1, 'decided', 0],
    ['r', 1, 'decided', 0],
    ['c', 2, 'decided', 0],
    ['a', 2, 'open', undefined],
    ['aa', 2, 'decided', 1],
    ['aa', 3, 'open', undefined],
    ['aaa', 3, 'decided', 2],
    ['ar', 2, 'disagreed', undefined],
    ['aac', 3, 'disagreed', undefined],
  ])('%j with %i approvals needed: %s', (said, approvals, kind, which) => {
    const given = votes(said);
    const outcome = outcomeOf(given, approvals);
    expect(outcome.kind).toBe(kind);
    expect(outcome.kind === 'decided' ? given.findIndex(({ by }) => by === outcome.vote.by) : undefined).toBe(which);
  });
});

describe('a vote', () => {
  it.each(statuses)('counts only while a review is open: %s', (status) => {
    const current = aCase(status, { reviewers: ['anna'] });
    const expected = status === 'in-review' ? 'voted' : 'round-over';
    expect(castVote(current, aVote(current, 'approve'), undo, soon).kind).toBe(expected);
  });

  it('that makes the outcome clear changes no status, and is looked at when it becomes final', () => {
    const voted = voting(asking(1), 'reject');
    expect(voted).toMatchObject({ status: 'in-review', checkAt: final.toISOString() });
    expect(voted.question).toMatchObject({ settlesAt: final.toISOString(), token: 'token of review' });
    expect(voted.question?.votes).toMatchObject([{ decision: 'reject', reason: 'out-of-scope', by: 'anna' }]);
    expect(voted.facts).toMatchObject([{ what: 'voted', by: 'anna', vote: 'reject', reason: 'out-of-scope' }]);
    expect(decisionOf(voted)).toBeUndefined();
    expect(decidingVote(voted)?.by).toBe('anna');
  });

  it('that leaves the outcome open has no time to become final', () => {
    const voted = voting(asking(2), 'approve');
    expect(voted.question?.settlesAt).toBeUndefined();
    expect(decidingVote(voted)).toBeUndefined();
    expect(voteOf(voted, 'anna')?.decision).toBe('approve');
  });

  it('stands: the same again is the same answer, another has to be taken back first', () => {
    const voted = voting(asking(2), 'approve');
    const again = castVote(voted, { ...aVote(voted, 'approve'), comment: 'Other words' }, undo, soon);
    expect(again).toMatchObject({ kind: 'voted-before', vote: { by: 'anna', decision: 'approve' } });
    expect(castVote(voted, aVote(voted, 'reject'), undo, soon)).toMatchObject({
      kind: 'decided-before',
      vote: { by: 'anna' },
    });
  });

  it('of another comes too late once the outcome is clear', () => {
    const voted = voting(asking(1), 'approve');
    expect(castVote(voted, aVote(voted, 'approve', 'bo'), undo, soon)).toMatchObject({
      kind: 'decided-before',
      vote: { by: 'anna' },
    });
  });

  it('is checked for the round, then for what stands, then for what was read', () => {
    const open = asking(1);
    const voted = voting(open, 'reject');
    const stale = { contentHash: '0'.repeat(64) };
    const kind = (current: Case, changes: object) =>
      castVote(current, { ...aVote(current, 'reject'), ...stale, ...changes }, undo, soon).kind;
    expect(kind(voted, { round: 2 })).toBe('round-over');
    expect(kind(voted, { by: 'nobody-asked' })).toBe('round-over');
    expect(kind(voted, {})).toBe('voted-before');
    expect(kind(open, {})).toBe('stale-content');
  });

  it('settles at once where nothing can be taken back, and on a case that is parked', () => {
    expect(voting(asking(1), 'approve', 'anna', soon, 0).status).toBe('approved');
    const long = later(noon, { ms: 2 * windowOf('review') });
    const next = voting({ ...asking(1), ...parked }, 'approve', 'anna', long);
    expect(next).toMatchObject({ status: 'approved', driver: { number: 4, phase: 'starting' } });
    expect(next.parked).toBeUndefined();
    expect(next.facts).toMatchObject([{ what: 'voted' }, { what: 'approved', by: 'anna' }]);
  });

  it('that comes shortly before the end of the question becomes final with it', () => {
    const end = later(noon, { ms: windowOf('review') });
    const voted = voting(asking(1), 'approve', 'anna', later(end, { minutes: -1 }));
    expect(voted.question?.settlesAt).toBe(end.toISOString());
  });
});

describe('taking a vote back', () => {
  it('opens the round again, until the moment at which it settles', () => {
    const voted = voting(asking(1), 'reject');
    const inTime = takeBackVote(voted, 'anna', 1, undo, later(final, { seconds: -1 }));
    expect(written(inTime).question).toMatchObject({ votes: [] });
    expect(written(inTime).question?.settlesAt).toBeUndefined();
    expect(written(inTime).facts).toMatchObject([{ what: 'vote-taken-back', by: 'anna' }]);
    expect(takeBackVote(voted, 'anna', 1, undo, final).kind).toBe('too-late');
    expect(takeBackVote(settledBy(voted, final), 'anna', 1, undo, final).kind).toBe('too-late');
  });

  it('a second time changes nothing, and nobody takes back what another said', () => {
    const voted = voting(asking(1), 'reject');
    expect(takeBackVote(voted, 'bo', 1, undo, soon).kind).toBe('not-yours');
    expect(takeBackVote(settledBy(voted, final), 'bo', 1, undo, final).kind).toBe('not-yours');
    expect(takeBackVote(written(takeBackVote(voted, 'anna', 1, undo, soon)), 'anna', 1, undo, soon).kind).toBe(
      'taken-back-before',
    );
  });

  it('a second time is no mistake although another has answered meanwhile; whoever never answered has nothing to take back', () => {
    const none = written(takeBackVote(voting(asking(2), 'approve'), 'anna', 1, undo, soon));
    const others = voting(none, 'approve', 'bo');
    expect(takeBackVote(others, 'anna', 1, undo, soon).kind).toBe('taken-back-before');
    expect(takeBackVote(none, 'bo', 1, undo, soon).kind).toBe('not-yours');
    expect(takeBackVote(asking(1), 'anna', 1, undo, soon).kind).toBe('not-yours');
  });

  it('leaves what another said, which then may be clear', () => {
    const disagreed = voting(voting(asking(2), 'approve'), 'reject', 'bo');
    const left = written(takeBackVote(disagreed, 'anna', 1, undo, later(soon, { minutes: 5 })));
    expect(left.question?.settlesAt).toBe(later(soon, { minutes: 5 + undo }).toISOString());
    expect(decidingVote(left)).toMatchObject({ by: 'bo', decision: 'reject' });
  });

  it('has no end while the outcome is open', () => {
    const voted = voting(asking(2), 'approve');
    expect(takeBackVote(voted, 'anna', 1, undo, later(soon, { days: 5 })).kind).toBe('taken-back');
  });
});

describe('settling', () => {
  const decided: [Vote['decision'], Status][] = [
    ['approve', 'approved'],
    ['request-changes', 'changes-requested'],
    ['reject', 'rejected'],
  ];

  it.each(decided)('a round that came to %s is the change of status, and wakes the driver', (decision, status) => {
    const next = settledBy(voting(asking(1), decision), final);
    expect(next).toMatchObject({
      status,
      wake: 'token of review',
      checkAt: later(final, { minutes: 1 }).toISOString(),
    });
    expect(next.question).toBeUndefined();
    expect(decisionOf(next)).toMatchObject({
      decision,
      by: 'anna',
      at: soon.toISOString(),
      settledAt: final.toISOString(),
    });
    expect(next.facts).toMatchObject([{ what: status, by: 'anna' }]);
  });

  it('does not happen before its time, whoever looks', () => {
    const voted = voting(asking(1), 'approve');
    const before = later(final, { seconds: -1 });
    expect(settledBy(voted, before)).toBe(voted);
    const asked = ask(voted, 'review', { execution: driverName(voted), token: 'another' }, before);
    expect(written(asked)).toMatchObject({ status: 'in-review', checkAt: final.toISOString() });
    expect(written(takeUp(voted, driverName(voted), before)).checkAt).toBe(final.toISOString());
  });

  it('is done by whatever is written next, together with it', () => {
    const voted = voting(asking(1), 'approve');
    const outcome = settlingFirst(voted, final, (latest) => takeUp(latest, driverName(latest), final));
    expect(outcome.kind).toBe('written');
    expect(written(outcome)).toMatchObject({ status: 'approved', driver: { phase: 'running' } });
    expect(written(outcome).wake).toBeUndefined();
    expect(written(outcome).facts.at(-1)).toMatchObject({ what: 'approved' });
  });

  it.each(['moderators-silent', 'workflow-failed'] as const)('comes instead of parking: %s', (why) => {
    const voted = voting(asking(1), 'approve');
    const now = later(soon, { minutes: 1 });
    const next = written(settlingFirst(voted, now, (latest) => park(latest, driverName(latest), why, now)));
    expect(next.status).toBe('approved');
    expect(next.parked).toBeUndefined();
  });

  it('needs no reminder, and reminders go on when it is called off', () => {
    const long = later(noon, { days: 4 });
    const voted = voting(asking(1), 'approve', 'anna', long);
    expect(takeDueSteps(voted, () => [], long).kind).toBe('not-due');
    expect(takeDueSteps(written(takeBackVote(voted, 'anna', 1, undo, long)), () => [], long).kind).toBe('due');
  });
});

describe('a disagreement', () => {
  const contradicted = voting(voting(asking(2), 'approve'), 'request-changes', 'bo', later(soon, { hours: 1 }));
  const settledAt = later(soon, { hours: 1, minutes: undo });
  const asked = settledBy(contradicted, settledAt);
  const askedLead = (people: string[]) =>
    ask(asked, 'review', { execution: driverName(asked), token: 'next' }, settledAt, {
      reviewers: people,
      approvals: 1,
    });

  it('is an outcome that others find, and settles like any other', () => {
    expect(castVote(contradicted, aVote(contradicted, 'approve', 'cia'), undo, settledAt)).toMatchObject({
      kind: 'decided-before',
      vote: { by: 'bo' },
    });
    expect(asked).toMatchObject({ status: 'in-review', wake: 'token of review', reviewers: ['anna', 'bo'] });
    expect(asked.question).toMatchObject({ askedAt: settledAt.toISOString(), step: 0, approvals: 1, votes: [] });
    expect(asked.facts).toMatchObject([{ what: 'disagreed' }]);
  });

  it('is decided by one more person alone, and the votes stay', () => {
    const waiting = written(askedLead(['lea']));
    expect(waiting).toMatchObject({ reviewers: ['anna', 'bo', 'lea'], facts: [{ what: 'asked-lead' }] });
    const decided = voting(waiting, 'reject', 'lea', settledAt, 0);
    expect(decided).toMatchObject({ status: 'rejected', decision: { by: 'lea' } });
    expect(decided.decision?.votes?.map(({ by }) => by)).toEqual(['anna', 'bo', 'lea']);
  });

  it('ends the time to take a vote back, and nobody votes twice', () => {
    const waiting = written(askedLead(['lea']));
    expect(takeBackVote(waiting, 'anna', 1, undo, settledAt).kind).toBe('too-late');
    expect(castVote(waiting, aVote(waiting, 'reject'), undo, settledAt).kind).toBe('decided-before');
  });

  it('parks the case when nobody is left to decide', () => {
    expect(written(askedLead([]))).toMatchObject({
      parked: { why: 'moderators-disagree' },
      driver: { phase: 'ended' },
    });
  });
});
