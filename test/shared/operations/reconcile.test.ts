import { afterEach, describe, expect, it, vi } from 'vitest';
import { count, measureOldestDue, measureOldestWaiting } from '#shared/aws/metrics.ts';
import type { Case } from '#shared/case/case.ts';
import { driverName, takeUp } from '#shared/case/driver.ts';
import { stepsOf, windowOf } from '#shared/case/question.ts';
import { askAndWait } from '#shared/moderation/ask-and-wait.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { onExecutionEnded, reconcileDue } from '#shared/operations/reconcile.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { aCase, content, later, noon, submitterNumber } from '#test/support/cases.ts';
import { readCase, type Services, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestDue: vi.fn(), measureOldestWaiting: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
afterEach(() => {
  vi.mocked(count).mockClear();
  vi.mocked(measureOldestDue).mockClear();
});

const tables = useTables();
const running = { number: 1, phase: 'running', restarts: 0 } as const;
const starting = { ...running, phase: 'starting' } as const;

/** A case that is due at noon, and two minutes later. */
async function due(status: Parameters<typeof aCase>[0], changes: Partial<Case>) {
  const ports = useServices(tables);
  const current = aCase(status, { checkAt: noon.toISOString(), ...changes });
  await ports.cases.create(current);
  ports.pass({ minutes: 2 });
  const stored = async () => readCase(ports, current.id);
  return { ports, current, stored, execution: driverName(current) };
}
/** The cases that a run looks at. */
async function looksOf(ports: Services): Promise<string[]> {
  const looked: string[] = [];
  const change: typeof ports.cases.change = (id, decide) => {
    looked.push(id);
    return ports.cases.change(id, decide);
  };
  await reconcileDue({ ...ports, cases: { ...ports.cases, change } });
  return looked;
}
const inMinutes = (minutes: number) => later(noon, { minutes }).toISOString();

describe('the reconciler', () => {
  it('starts what was not started, under the name that was recorded', async () => {
    const { ports, execution, stored, current } = await due('received', { driver: starting });
    await reconcileDue(ports);
    expect(ports.workflow.started).toEqual([execution]);
    expect(await stored()).toMatchObject({ driver: starting, checkAt: inMinutes(3), facts: current.facts });
  });

  it('wakes what was not woken, with where the case stands', async () => {
    const { ports, stored } = await due('in-review', { driver: running, question: undefined, wake: 'token' });
    ports.workflow.waiting.add('token');
    await reconcileDue(ports);
    expect(ports.workflow.woken).toMatchObject([{ token: 'token', standing: { next: 'ask-moderators' } }]);
    expect(ports.workflow.started).toEqual([]);
    expect((await stored()).checkAt).toBe(inMinutes(3));
  });

  it('leaves a driver alone whose token is dead but which runs', async () => {
    const { ports, execution, stored } = await due('in-review', { driver: running, question: undefined, wake: 'dead' });
    await reconcileDue(ports);
    expect(ports.workflow.started).toEqual([execution]);
    expect(await stored()).toMatchObject({ driver: running, checkAt: inMinutes(3) });
  });

  it('gives a case whose execution has ended a new driver, and starts it', async () => {
    const { ports, execution, stored, current } = await due('in-review', {
      driver: running,
      question: undefined,
      wake: 'dead',
    });
    ports.workflow.end(execution);
    await reconcileDue(ports);
    expect(ports.workflow.started).toEqual([execution, `${current.id}-2`]);
    const next = await stored();
    expect(next).toMatchObject({ driver: { number: 2, phase: 'starting', restarts: 1 }, checkAt: inMinutes(3) });
    expect(next.wake).toBeUndefined();
  });

  it('parks a case whose fourth new driver would be needed, counts that, and then leaves it alone', async () => {
    const { ports, execution, stored } = await due('in-review', {
      driver: { ...running, restarts: 3 },
      question: undefined,
    });
    ports.workflow.end(execution);
    await reconcileDue(ports);
    expect(await stored()).toMatchObject({
      parked: { why: 'workflow-failed', at: inMinutes(2) },
      driver: { phase: 'ended' },
    });
    expect(count).toHaveBeenCalledExactlyOnceWith('CasesParked');
    const parked = await stored();
    ports.pass({ ms: windowOf('review'), days: 1 });
    await reconcileDue(ports);
    expect(await stored()).toEqual(parked);
  });

  it('sends what is missing of a waiting case, then looks again only when its answer is overdue', async () => {
    const { ports, stored, current } = await due('in-review', { driver: running });
    await ports.cases.noteMail(current.id, 'review/1/anna', { kind: 'review', at: noon.toISOString(), messageId: 'm' });
    await reconcileDue(ports);
    expect(ports.mailer.to()).toEqual(['bo@nordic.example']);
    expect(ports.workflow.started).toEqual([]);
    expect((await stored()).checkAt).toBe(later(noon, { ms: windowOf('review'), hours: 1 }).toISOString());
  });

  it('reaches for a driver that has let the time to answer go by', async () => {
    const { ports, stored, current } = await due('awaiting-confirmation', {
      driver: running,
      checkAt: later(noon, { ms: windowOf('confirm'), hours: 1 }).toISOString(),
    });
    ports.workflow.end(driverName(current));
    ports.pass({ ms: windowOf('confirm'), hours: 1 });
    await reconcileDue(ports);
    expect((await stored()).driver).toEqual({ number: 2, phase: 'starting', restarts: 1 });
  });

  it('forgets a case that needs nothing any more', async () => {
    const { ports, stored, current } = await due('rejected', { told: true, driver: running, wake: 'old' });
    await ports.cases.noteMail(current.id, 'rejected', { kind: 'rejected', at: noon.toISOString(), messageId: 'm' });
    await reconcileDue(ports);
    expect(ports.mailer.to()).toEqual([]);
    const done = await stored();
    expect(done.checkAt).toBeUndefined();
    expect(done.wake).toBeUndefined();
    expect(ports.workflow.started).toEqual([]);
  });

  it.each(['approved', 'rejected'] as const)(
    'carries an ending on that was recorded and not followed up: %s',
    async (status) => {
      const { ports, execution } = await due(status, { driver: starting });
      await reconcileDue(ports);
      expect(ports.workflow.started).toEqual([execution]);
    },
  );

  it('does not look before the time has come', async () => {
    const { ports, stored, current } = await due('received', { driver: starting, checkAt: inMinutes(3) });
    await reconcileDue(ports);
    expect(await stored()).toEqual(current);
  });

  it('leaves a case alone that has been moved on since it was found due', async () => {
    const { ports, current } = await due('awaiting-confirmation', { driver: running });
    const { dueChecks } = ports.waiting;
    const late: typeof dueChecks = async function* (...asked) {
      for await (const page of dueChecks(...asked)) {
        await ports.cases.change(current.id, (it) => ({ kind: 'asked', next: { ...it, checkAt: inMinutes(15) } }));
        yield page;
      }
    };
    await reconcileDue({ ...ports, waiting: { ...ports.waiting, dueChecks: late } });
    expect(ports.mailer.to()).toEqual([]);
  });

  it('sends nothing twice when two runs overlap', async () => {
    const { ports } = await due('awaiting-confirmation', { driver: running });
    await Promise.all([reconcileDue(ports), reconcileDue(ports)]);
    expect(ports.mailer.to()).toEqual([content.contact.email]);
  });

  it('is not held up by a case that cannot be read, but fails for the alarm when all others are done', async () => {
    const unreadable = await due('received', { driver: starting, checkAt: '2019-01-01T00:00:00.000Z' });
    const good = await due('received', { driver: starting });
    const change: typeof good.ports.cases.change = async (id, decide) => {
      if (id === unreadable.current.id) throw new TypeError('made by a later release');
      return good.ports.cases.change(id, decide);
    };
    const ports = { ...good.ports, cases: { ...good.ports.cases, change } };
    await expect(reconcileDue(ports)).rejects.toThrow('made by a later release');
    expect(ports.workflow.started).toContain(good.execution);
  });

  it('is not held up by a case that fails, and comes back to it', async () => {
    const submitter = { name: content.contact.name, email: 'gone@umea.example' };
    const bad = await due('awaiting-confirmation', { driver: running, submitter, checkAt: '2020-01-01T00:00:00.000Z' });
    const good = await due('received', { driver: starting });
    bad.ports.mailer.failing.add('gone@umea.example');
    await reconcileDue(bad.ports);
    expect(bad.ports.workflow.started).toContain(good.execution);
    bad.ports.mailer.failing.clear();
    await reconcileDue(bad.ports);
    expect(bad.ports.mailer.to()).not.toContain('gone@umea.example');
    bad.ports.pass({ minutes: 2 });
    await reconcileDue(bad.ports);
    expect(bad.ports.mailer.to()).toContain('gone@umea.example');
  });

  it('looks again after 1, 2, 4, … minutes while nothing moves, at most an hour apart', async () => {
    const { ports, stored } = await due('received', { driver: starting });
    ports.workflow.state.failure = new Error('down');
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await reconcileDue(ports);
      expect((await stored()).checkAt).toBe(later(ports.now(), { minutes: pause }).toISOString());
      ports.pass({ minutes: pause });
    }
    const { id, driver } = await stored();
    await ports.cases.change(id, (it) => takeUp(it, driverName({ id, driver }), ports.now()));
    ports.pass({ minutes: 15 });
    await reconcileDue(ports);
    expect((await stored()).checkAt).toBe(later(ports.now(), { minutes: 1 }).toISOString());
  });

  it('never comes to a case that waits as it should, before or after its reminders', async () => {
    const submitter = { name: content.contact.name, email: 'waits@umea.example' };
    const { ports, current } = await due('received', { driver: starting, submitter, checkAt: inMinutes(99) });
    const input = { submissionId: current.id, execution: driverName(current), token: 'token' };
    await askAndWait(ports, 'confirm', input);
    const asked = ports.now();
    for (const after of [...stepsOf('confirm').map((step) => step.after), windowOf('confirm')]) {
      ports.pass({ ms: asked.getTime() + after - ports.now().getTime() });
      expect(await looksOf(ports)).not.toContain(current.id);
      await remindAll(ports);
      ports.pass({ minutes: 20 });
      expect(await looksOf(ports)).not.toContain(current.id);
    }
    expect(ports.mailer.to().filter((to) => to === submitter.email)).toHaveLength(1 + stepsOf('confirm').length);
  });

  it('does not overwrite what happens while it looks', async () => {
    const { ports, stored, current } = await due('received', { driver: starting });
    const start = ports.workflow.start;
    const busy = async (name: string) => {
      await ports.cases.change(current.id, (it) => ({
        kind: 'done',
        next: { ...it, driver: running, checkAt: inMinutes(99) },
      }));
      return start(name);
    };
    await reconcileDue({ ...ports, workflow: { ...ports.workflow, start: busy } });
    expect(await stored()).toMatchObject({ version: 3, driver: running, checkAt: inMinutes(99) });
  });
});

describe('a mail that could not leave', () => {
  const decision = {
    decision: 'reject',
    by: 'anna',
    institution: 'nordic_welfare_centre',
    round: 1,
    at: noon.toISOString(),
  } as const;
  const ended = { told: true, driver: { ...running, phase: 'ended' }, decision } as const;

  it.each([
    ['without a driver, when the case has ended', 'rejected', ended],
    [
      'without a driver, when the case is parked',
      'in-review',
      { parked: { at: noon.toISOString(), why: 'workflow-failed' } },
    ],
    ['with a driver that waits', 'awaiting-confirmation', { driver: running }],
    ['with a driver at work', 'approved', { driver: running, decision: { ...decision, decision: 'approve' } }],
  ] as const)('is sent %s', async (_how, status, changes) => {
    const { ports } = await due(status, changes);
    await reconcileDue(ports);
    expect(ports.mailer.sent.length).toBeGreaterThan(0);
  });

  it('keeps its case in sight until it has left, and no longer', async () => {
    const { ports, stored, current } = await due('rejected', ended);
    ports.mailer.busy.add(current.submitter.email);
    await reconcileDue(ports);
    expect(ports.mailer.to()).toEqual(['anna@nordic.example']);
    // It is two minutes late.
    expect((await stored()).checkAt).toBe(inMinutes(4));
    ports.mailer.busy.clear();
    ports.pass({ minutes: 2 });
    await reconcileDue(ports);
    expect(ports.mailer.to()).toEqual(['anna@nordic.example', current.submitter.email]);
    expect((await stored()).checkAt).toBeUndefined();
    expect(count).not.toHaveBeenCalled();
  });

  it('raises an alarm when something is broken', async () => {
    const { ports, current } = await due('rejected', ended);
    ports.mailer.failing.add(current.submitter.email);
    await reconcileDue(ports);
    expect(count).toHaveBeenCalledExactlyOnceWith('MailsHeldUp');
  });

  it('does not put off a start that has yet to be followed up', async () => {
    const { ports, execution, current } = await due('in-review', { driver: starting });
    for (const id of ['anna', 'bo']) ports.mailer.busy.add(`${id}@nordic.example`);
    await reconcileDue(ports);
    expect(ports.workflow.started).toEqual([execution]);
    expect(current.driver).toEqual(starting);
  });
});

describe('a run', () => {
  const flood = useTables();
  /** Cases whose submitters have not been mailed, so many minutes ago. */
  async function interrupted(ports: Services, count: number, minutesAgo: number) {
    const checkAt = later(noon, { minutes: -minutesAgo }).toISOString();
    const cases = Array.from({ length: count }, (_, number) =>
      aCase('awaiting-confirmation', { driver: running, checkAt, submitter: submitterNumber(number) }),
    );
    await Promise.all(cases.map((one) => ports.cases.create(one)));
    return cases.map(({ id }) => id);
  }

  it('carries on everything that is due, several cases at once, and what is urgent first', async () => {
    const ports = useServices(flood);
    const others = await interrupted(ports, 250, 60);
    const urgent = aCase('in-review', { driver: running, checkAt: noon.toISOString() });
    await ports.cases.create(urgent);
    let atOnce = 0;
    let most = 0;
    const send: typeof ports.mailer.send = async (mail) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      const sent = await ports.mailer.send(mail);
      await new Promise(setImmediate);
      atOnce -= 1;
      return sent;
    };
    const looked = await looksOf({ ...ports, mailer: { ...ports.mailer, send } });
    expect(looked[0]).toBe(urgent.id);
    expect(looked.toSorted()).toEqual([urgent.id, ...others].toSorted());
    expect(most).toBeGreaterThan(1);
    expect(measureOldestDue).not.toHaveBeenCalled();
    expect(await looksOf(ports)).toEqual([]);
  });

  it('ends before the next begins, which takes the rest, and tells how late that is', async () => {
    const ports = useServices(flood);
    await interrupted(ports, 90, 31);
    const send: typeof ports.mailer.send = (mail) => {
      ports.pass({ seconds: 1 });
      return ports.mailer.send(mail);
    };
    const first = await looksOf({ ...ports, mailer: { ...ports.mailer, send } });
    expect(first.length).toBeGreaterThan(40);
    expect(first.length).toBeLessThan(60);
    expect(ports.now().getTime()).toBeLessThan(later(noon, { minutes: 1 }).getTime());
    expect(measureOldestDue).toHaveBeenCalledExactlyOnceWith(31);
    const second = await looksOf(ports);
    expect(first.length + second.length).toBe(90);
  });
});

describe('how long the oldest case has waited', () => {
  it('is measured in whole hours', async () => {
    const at = later(noon, { days: -400, minutes: -31 }).toISOString();
    const { ports } = await due('in-review', { parked: { at, why: 'workflow-failed' } });
    await reconcileDue(ports);
    expect(measureOldestWaiting).toHaveBeenLastCalledWith(9600);
  });

  it('is not written while it is nought: that would be paid for', async () => {
    const { ports } = await due('received', {});
    vi.mocked(measureOldestWaiting).mockClear();
    const since = later(ports.now(), { minutes: -59 }).toISOString();
    for (const waiting of [[], [{ id: 'any', since }]])
      await reconcileDue({ ...ports, waiting: { ...ports.waiting, waiting: async () => waiting } });
    expect(measureOldestWaiting).not.toHaveBeenCalled();
  });
});

describe('an execution that has ended', () => {
  it.each(['SUCCEEDED', 'FAILED', 'TIMED_OUT'] as const)(
    'as %s counts, and a new driver takes over',
    async (status) => {
      const { ports, execution, stored, current } = await due('in-review', { driver: running });
      await onExecutionEnded(ports, { name: execution, status });
      expect((await stored()).driver).toEqual({ number: 2, phase: 'starting', restarts: 1 });
      expect(ports.workflow.started).toEqual([`${current.id}-2`]);
    },
  );

  it('raises the alarm for a case that its own first task parked', async () => {
    const { ports, execution, current } = await due('in-review', { driver: { ...running, turns: 5 } });
    await driveCase(ports, current.id, (it) => takeUp(it, execution, ports.now()));
    await onExecutionEnded(ports, { name: execution, status: 'SUCCEEDED' });
    expect(count).toHaveBeenCalledExactlyOnceWith('CasesParked');
    expect(ports.workflow.started).toEqual([]);
  });

  it('raises the alarm for a case that it parked, as often as it is told', async () => {
    const parked = { at: noon.toISOString(), why: 'workflow-failed' } as const;
    const { ports, execution, stored, current } = await due('in-review', {
      driver: { ...running, phase: 'ended' },
      parked,
    });
    await onExecutionEnded(ports, { name: execution, status: 'FAILED' });
    expect(count).toHaveBeenCalledExactlyOnceWith('CasesParked');
    expect(await stored()).toEqual(current);
  });

  it('as ABORTED, by a restart or an operator, does not count', async () => {
    const { ports, execution, stored } = await due('in-review', { driver: { ...running, restarts: 3 } });
    await onExecutionEnded(ports, { name: execution, status: 'ABORTED' });
    expect(await stored()).toMatchObject({ driver: { number: 2, restarts: 3 } });
    expect((await stored()).parked).toBeUndefined();
  });

  it('told twice has one successor', async () => {
    const { ports, execution, current } = await due('in-review', { driver: running });
    const ended = { name: execution, status: 'FAILED' } as const;
    await Promise.all([onExecutionEnded(ports, ended), onExecutionEnded(ports, ended), onExecutionEnded(ports, ended)]);
    expect(ports.workflow.started).toEqual([`${current.id}-2`]);
  });

  it('has none when it was not the driver, was done, or the case is parked or unknown', async () => {
    const { ports, stored, current } = await due('in-review', { driver: running });
    await onExecutionEnded(ports, { name: `${current.id}-0`, status: 'FAILED' });
    await onExecutionEnded(ports, { name: `${aCase().id}-1`, status: 'FAILED' });
    await onExecutionEnded(ports, { name: 'manual', status: 'FAILED' });
    expect(await stored()).toEqual(current);
    expect(ports.workflow.started).toEqual([]);
  });

  it('gets its successor started by the next run when the start fails', async () => {
    const { ports, execution, stored, current } = await due('in-review', { driver: running });
    ports.workflow.state.failure = new Error('down');
    await expect(onExecutionEnded(ports, { name: execution, status: 'FAILED' })).rejects.toThrow('down');
    expect((await stored()).driver?.phase).toBe('starting');
    ports.workflow.state.failure = undefined;
    ports.pass({ minutes: 1 });
    await reconcileDue(ports);
    expect(ports.workflow.started).toContain(`${current.id}-2`);
  });
});
