import { describe, expect, it } from 'vitest';
import { confirm } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { ask, type DriverOutcome, driverName, lapse, noteShown, replaceDriver, takeUp } from '#shared/case/driver.ts';
import { needsDriver, rest, standingOf } from '#shared/case/standing.ts';
import type { Status } from '#shared/case/status.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const soon = later(noon, { hours: 1 });
type Act = (current: Case, execution: string) => DriverOutcome;
const asking =
  (kind: 'confirm' | 'review' | 'revise'): Act =>
  (current, execution) =>
    ask(current, kind, { execution, token: 'new token' }, soon, { reviewers: ['anna', 'bo'], approvals: 1 });
const write = (outcome: DriverOutcome): Case => {
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.next;
};

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
      ['approved', (current, name) => noteShown(current, name, 1, soon)],
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

  it('needs no successor while it is held', () => {
    const current = aCase('spam', { driver: { number: 1, phase: 'running', restarts: 0 } });
    expect(replaceDriver(current, execution(current), true, soon)).toEqual({ kind: 'moved-on' });
  });

  it('needs none when all are told', () => {
    const told = aCase('published', { told: true });
    expect(replaceDriver(told, execution(told), true, soon)).toEqual({ kind: 'moved-on' });
  });
});

describe('a driver that comes back to its first task', () => {
  const takenUp = (current: Case, times: number) =>
    Array.from({ length: times }).reduce<Case>((it) => write(takeUp(it, driverName(it), soon)), current);

  it('five times goes on, and the sixth time has its case parked: it goes round in a circle', () => {
    const often = takenUp(aCase('in-review'), 5);
    expect(often.parked).toBeUndefined();
    const parked = takenUp(often, 1);
    expect(parked).toMatchObject({ parked: { why: 'workflow-failed' }, driver: { phase: 'ended' } });
    expect(parked.facts).toMatchObject([{ what: 'parked' }]);
    expect(standingOf(parked, soon)).toEqual(rest);
  });

  it('counts anew once something has moved the case, or another driver has begun', () => {
    const often = takenUp(aCase('awaiting-confirmation'), 5);
    const confirmed = confirm(often, soon);
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
    expect(takenUp(confirmed.next, 5).parked).toBeUndefined();
    expect(takenUp(write(replaceDriver(often, driverName(often), true, soon)), 5).parked).toBeUndefined();
  });

  it('may do so as often as it likes when nothing is left to do', () => {
    expect(takenUp(aCase('published', { told: true }), 9).parked).toBeUndefined();
  });
});
