import { describe, expect, it } from 'vitest';
import { confirm } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import {
  ask,
  type DriverOutcome,
  driverName,
  isDrivenBy,
  isWaiting,
  lapse,
  markTold,
  noteShown,
  overdueAt,
  park,
  restAfterMails,
  takeUp,
} from '#shared/case/driver.ts';
import { windowOf } from '#shared/case/question.ts';
import { type Status, statuses } from '#shared/case/status.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const soon = later(noon, { hours: 1 });
type Act = (current: Case, execution: string) => DriverOutcome;
const asking =
  (kind: 'confirm' | 'review' | 'revise', reviewers = ['anna', 'bo']): Act =>
  (current, execution) =>
    ask(current, kind, { execution, token: 'new token' }, soon, { reviewers, approvals: 1 });

/** A driver has only what was not held, and is still needed. */
const driven = statuses.filter((status) => status !== 'spam' && status !== 'withdrawn');

/** What each task may write, and in which statuses. In every other it must write nothing. */
const acts: [string, Act, readonly Status[]][] = [
  ['to take up', (current, execution) => takeUp(current, execution, soon), driven],
  ['to ask the submitter', asking('confirm'), ['received', 'awaiting-confirmation']],
  ['to ask the moderators', asking('review'), ['in-review']],
  ['to ask for changes', asking('revise'), ['changes-requested']],
  ['to note what the catalogue shows', (current, execution) => noteShown(current, execution, 1, soon), driven],
  ['to lapse', (current, execution) => lapse(current, execution, soon), ['awaiting-confirmation', 'changes-requested']],
  ['to note that all are told', (current, execution) => markTold(current, execution, soon), driven],
  [
    'to park silent moderators',
    (current, execution) => park(current, execution, 'moderators-silent', soon),
    ['in-review'],
  ],
  [
    'to park a failed workflow',
    (current, execution) => park(current, execution, 'workflow-failed', soon),
    [
      'received',
      'awaiting-confirmation',
      'in-review',
      'changes-requested',
      'approved',
      'published',
      'rejected',
      'lapsed',
    ],
  ],
];

describe.each(acts)('a driver that is %s', (_what, act, legal) => {
  it('writes in the statuses that allow it and in no other', () => {
    const written = statuses.filter((status) => {
      const current = aCase(status);
      return act(current, driverName(current)).kind === 'written';
    });
    expect(written).toEqual(legal);
  });

  it.each(statuses)('is superseded in %s when it is not the current one, or is done', (status) => {
    const current = aCase(status);
    const done = { ...current, driver: { number: 1, phase: 'ended', restarts: 0 } } as const;
    expect(act(current, `${current.id}-7`)).toEqual({ kind: 'superseded' });
    expect(act(current, `${aCase().id}-1`)).toEqual({ kind: 'superseded' });
    expect(act(done, driverName(done))).toEqual({ kind: 'superseded' });
  });

  it('shows that it is at work, or is done: the case is never left without either', () => {
    for (const status of legal) {
      const current = aCase(status, { wake: 'old token' });
      const outcome = act(current, driverName(current));
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      expect(outcome.next.wake).toBeUndefined();
      expect(outcome.next.driver).toBeDefined();
      expect(outcome.next.checkAt !== undefined).toBe(outcome.next.driver?.phase !== 'ended');
    }
  });
});

const write = (outcome: DriverOutcome): Case => {
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.next;
};

describe('asking', () => {
  it('the submitter first makes the case await the confirmation', () => {
    const current = aCase('received');
    const next = write(asking('confirm')(current, driverName(current)));
    expect(next.status).toBe('awaiting-confirmation');
    expect(next.question).toMatchObject({
      kind: 'confirm',
      token: 'new token',
      answerBy: later(soon, { ms: windowOf('confirm') }).toISOString(),
    });
    expect(next.facts).toMatchObject([{ what: 'asked-to-confirm' }]);
  });

  it('the moderators names those who may decide, in a later round too', () => {
    const first = aCase('in-review', { question: undefined, reviewers: [] });
    expect(write(asking('review')(first, driverName(first))).reviewers).toEqual(['anna', 'bo']);
    const again = aCase('in-review', { question: undefined, reviewers: ['cia', 'gone'] });
    expect(write(asking('review', ['cia'])(again, driverName(again))).reviewers).toEqual(['cia']);
  });

  it.each([
    ['awaiting-confirmation', 'confirm'],
    ['in-review', 'review'],
    ['changes-requested', 'revise'],
  ] as const)('in %s takes over the wait: only the token is new, and no fact tells of it', (status, kind) => {
    const current = aCase(status);
    const next = write(asking(kind)(current, driverName(current)));
    expect(next.question).toEqual({ ...current.question, token: 'new token' });
    expect(next.facts).toEqual(current.facts);
    expect(next.updatedAt).toBe(current.updatedAt);
  });

  it('the submitter anew, after an operator resumed the case, is a fact of its own', () => {
    const current = aCase('awaiting-confirmation', { question: undefined, asking: 1 });
    const next = write(asking('confirm')(current, driverName(current)));
    expect(next.facts).toMatchObject([{ what: 'asked-to-confirm' }]);
    expect(next.question?.answerBy).toBe(later(soon, { ms: windowOf('confirm') }).toISOString());
    expect(next.reviewers).toEqual([]);
  });

  it('has no effect on what has been answered, or on a parked case', () => {
    const before = aCase('awaiting-confirmation');
    const confirmed = confirm(before, soon);
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
    expect(asking('confirm')(confirmed.next, driverName(before)).kind).toBe('moved-on');
    const parked = aCase('in-review', { parked: { at: noon.toISOString(), why: 'workflow-failed' } });
    expect(asking('review')(parked, driverName(parked)).kind).toBe('moved-on');
  });

  it('is looked at soon, as its mails may not have left, and then only when the answer should long have come', () => {
    const current = aCase('in-review', { question: undefined });
    const next = write(asking('review')(current, driverName(current)));
    expect(next.checkAt).toBe(later(soon, { minutes: 1 }).toISOString());
    expect(restAfterMails(next, undefined, soon).checkAt).toBe(overdueAt(next));
    expect(overdueAt(next)).toBe(later(soon, { ms: windowOf('review'), hours: 1 }).toISOString());
    expect(isWaiting(next, later(soon, { ms: windowOf('review'), days: -1 }))).toBe(true);
    expect(isWaiting(next, later(soon, { ms: windowOf('review'), days: 1 }))).toBe(false);
  });
});

describe('a lapse', () => {
  it('that finds the status moved on writes nothing', () => {
    const before = aCase('awaiting-confirmation');
    const confirmed = confirm(before, soon);
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
    expect(lapse(confirmed.next, driverName(before), soon)).toEqual({ kind: 'moved-on' });
  });
});

describe('silence', () => {
  it('is parked again by the execution that parked it, for the alarm that may not have been raised', () => {
    const current = aCase('in-review');
    const first = park(current, driverName(current), 'moderators-silent', soon);
    if (first.kind !== 'written') throw new Error(first.kind);
    expect(park(first.next, driverName(current), 'moderators-silent', later(soon, { days: 1 }))).toEqual(first);
    expect(park(first.next, `${current.id}-9`, 'moderators-silent', soon).kind).toBe('superseded');
  });

  it('parks no review that has just been decided', () => {
    expect(park(aCase('in-review', { question: undefined }), '', 'moderators-silent', soon).kind).toBe('superseded');
    const decided = aCase('in-review', { question: undefined });
    expect(park(decided, driverName(decided), 'moderators-silent', soon).kind).toBe('moved-on');
  });
});

describe('a case without a driver', () => {
  it('is driven by nobody', () => {
    const held = aCase('spam');
    expect(isDrivenBy(held, driverName(held))).toBe(false);
  });
});

describe('a case whose mails are sent, but those deferred', () => {
  const until = later(soon, { minutes: 3 }).toISOString();
  const running = { number: 1, phase: 'running', restarts: 0 } as const;

  it.each([
    ['waits', aCase('in-review'), until],
    ['has ended', aCase('rejected', { told: true, driver: { ...running, phase: 'ended' } }), until],
    ['has a start to be followed up before', aCase('received', { checkAt: soon.toISOString() }), soon.toISOString()],
    [
      'has a start to be followed up later',
      aCase('received', { checkAt: later(soon, { hours: 1 }).toISOString() }),
      until,
    ],
  ] as const)('is looked at when the first of what is to be done is due: it %s', (_which, current, expected) => {
    expect(restAfterMails(current, until, soon).checkAt).toBe(expected);
  });

  it('is forgotten when nothing is owed and it has ended, but never before a start was followed up', () => {
    const ended = aCase('rejected', { told: true, wake: 'old', checkAt: until });
    const forgotten = restAfterMails(ended, undefined, soon);
    expect(forgotten.checkAt).toBeUndefined();
    expect(forgotten.wake).toBeUndefined();
    const started = aCase('in-review', { driver: { ...running, phase: 'starting' }, checkAt: until });
    expect(restAfterMails(started, undefined, soon)).toBe(started);
  });
});
