import { describe, expect, it } from 'vitest';
import { confirm } from '#shared/submission/answers.ts';
import type { Case } from '#shared/submission/case.ts';
import {
  ask,
  driverName,
  isDrivenBy,
  isWaiting,
  lapse,
  markTold,
  park,
  publish,
  replaceDriver,
  takeUp,
  type Written,
} from '#shared/submission/driver.ts';
import { needsDriver, standingOf } from '#shared/submission/standing.ts';
import { type Status, statuses } from '#shared/submission/status.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const soon = later(noon, { hours: 1 });
const publication = { version: 1, publishedAt: soon.toISOString() };
type Act = (current: Case, execution: string) => Written;
const asking =
  (kind: 'confirm' | 'review' | 'revise'): Act =>
  (current, execution) =>
    ask(current, kind, { execution, token: 'new token' }, soon, ['anna', 'bo']);

/** What each task may write, and in which statuses. In every other it must write nothing. */
const acts: [string, Act, readonly Status[]][] = [
  [
    'to take up',
    (current, execution) => takeUp(current, execution, soon),
    statuses.filter((status) => status !== 'spam' && status !== 'withdrawn'),
  ],
  ['to ask the submitter', asking('confirm'), ['received', 'awaiting-confirmation']],
  ['to ask the moderators', asking('review'), ['in-review']],
  ['to ask for changes', asking('revise'), ['changes-requested']],
  ['to publish', (current, execution) => publish(current, execution, publication, soon), ['approved']],
  ['to lapse', (current, execution) => lapse(current, execution, soon), ['awaiting-confirmation', 'changes-requested']],
  ['to note that all are told', markTold, ['published', 'rejected', 'lapsed']],
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
      expect(['running', 'ended']).toContain(outcome.next.driver?.phase);
      expect(outcome.next.checkAt !== undefined).toBe(outcome.next.driver?.phase === 'running');
    }
  });
});

const write = (outcome: Written): Case => {
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
      answerBy: later(soon, { days: 7 }).toISOString(),
    });
    expect(next.facts).toMatchObject([{ what: 'asked-to-confirm' }]);
  });

  it('the moderators names them once; a later round goes to the same', () => {
    const first = aCase('in-review', { question: undefined, reviewers: [] });
    expect(write(asking('review')(first, driverName(first))).reviewers).toEqual(['anna', 'bo']);
    const again = aCase('in-review', { question: undefined, reviewers: ['cia'] });
    expect(write(asking('review')(again, driverName(again))).reviewers).toEqual(['cia']);
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

  it('has no effect on what has been answered, or on a parked case', () => {
    const before = aCase('awaiting-confirmation');
    const confirmed = confirm(before, soon);
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
    expect(asking('confirm')(confirmed.next, driverName(before)).kind).toBe('moved-on');
    const parked = aCase('in-review', { parked: { at: noon.toISOString(), why: 'workflow-failed' } });
    expect(asking('review')(parked, driverName(parked)).kind).toBe('moved-on');
  });

  it('is looked at again only when the answer should long have come', () => {
    const current = aCase('in-review', { question: undefined });
    const next = write(asking('review')(current, driverName(current)));
    expect(next.checkAt).toBe(later(soon, { days: 28, hours: 1 }).toISOString());
    expect(isWaiting(next, later(soon, { days: 27 }))).toBe(true);
    expect(isWaiting(next, later(soon, { days: 29 }))).toBe(false);
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
  it('parks no review that has just been decided', () => {
    expect(park(aCase('in-review', { question: undefined }), '', 'moderators-silent', soon).kind).toBe('superseded');
    const decided = aCase('in-review', { question: undefined });
    expect(park(decided, driverName(decided), 'moderators-silent', soon).kind).toBe('moved-on');
  });
});

describe('an execution that has ended', () => {
  const execution = (current: Case) => driverName(current);

  it('gets a successor three times in one status and round, then the case is parked', () => {
    let current = aCase('in-review');
    for (const restart of [1, 2, 3]) {
      current = write(replaceDriver(current, execution(current), true, soon));
      expect(current.driver).toEqual({ number: 1 + restart, phase: 'starting', restarts: restart });
      expect(current.checkAt).toBe(later(soon, { minutes: 1 }).toISOString());
      expect(current.parked).toBeUndefined();
    }
    const parked = write(replaceDriver(current, execution(current), true, soon));
    expect(parked.parked).toEqual({ at: soon.toISOString(), why: 'workflow-failed' });
    expect(parked.driver?.phase).toBe('ended');
    expect(parked.checkAt).toBeUndefined();
    expect(needsDriver(parked)).toBe(false);
  });

  it('is not held against the case when it was aborted', () => {
    let current = aCase('in-review');
    for (let time = 0; time < 10; time += 1) current = write(replaceDriver(current, execution(current), false, soon));
    expect(current.driver).toEqual({ number: 11, phase: 'starting', restarts: 0 });
  });

  it('counts anew in the next status, whoever brought it there', () => {
    const driver = { number: 4, phase: 'running', restarts: 3 } as const;
    for (const [status, act] of [
      ['received', asking('confirm')],
      ['approved', (current, name) => publish(current, name, publication, soon)],
      ['changes-requested', (current, name) => lapse(current, name, soon)],
    ] as [Status, Act][]) {
      const current = aCase(status, { driver });
      expect(write(act(current, execution(current))).driver).toEqual({ number: 4, phase: 'running', restarts: 0 });
    }
  });

  it('keeps its count while nothing changes', () => {
    const current = aCase('in-review', { driver: { number: 4, phase: 'starting', restarts: 3 } });
    const taken = write(takeUp(current, execution(current), soon));
    expect(write(asking('review')(taken, execution(taken))).driver?.restarts).toBe(3);
  });

  it.each(['spam', 'withdrawn'] as const)('needs no successor in %s', (status) => {
    const current = aCase(status, { driver: { number: 1, phase: 'running', restarts: 0 } });
    expect(replaceDriver(current, execution(current), true, soon)).toEqual({ kind: 'moved-on' });
  });

  it('needs none when all are told', () => {
    const told = aCase('published', { told: true });
    expect(replaceDriver(told, execution(told), true, soon)).toEqual({ kind: 'moved-on' });
  });
});

describe('a case without a driver', () => {
  it('is driven by nobody', () => {
    const held = aCase('spam');
    expect(isDrivenBy(held, driverName(held))).toBe(false);
  });
});

describe('where a case stands', () => {
  const next: Record<Status, string> = {
    received: 'ask-submitter',
    'awaiting-confirmation': 'ask-submitter',
    'in-review': 'ask-moderators',
    'changes-requested': 'ask-for-changes',
    approved: 'publish',
    published: 'tell-outcome',
    rejected: 'tell-outcome',
    lapsed: 'tell-outcome',
    spam: 'rest',
    withdrawn: 'rest',
  };

  it.each(statuses)('in %s decides what is next', (status) => {
    expect(standingOf(aCase(status), soon).next).toBe(next[status]);
    expect(needsDriver(aCase(status))).toBe(next[status] !== 'rest');
  });

  it('rests when parked, and when all are told', () => {
    for (const status of statuses) {
      const parked = aCase(status, { parked: { at: noon.toISOString(), why: 'workflow-failed' } });
      expect(standingOf(parked, soon)).toEqual({ next: 'rest', waitSeconds: 0 });
    }
    for (const status of ['published', 'rejected', 'lapsed'] as const)
      expect(standingOf(aCase(status, { told: true }), soon).next).toBe('rest');
  });

  it('waits only for what is left of a question', () => {
    expect(standingOf(aCase('in-review'), later(noon, { days: 27 })).waitSeconds).toBe(86_400);
    expect(standingOf(aCase('in-review'), later(noon, { days: 99 })).waitSeconds).toBe(1);
  });
});
