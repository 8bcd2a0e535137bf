import { describe, expect, it, vi } from 'vitest';
import { confirm, revise } from '#shared/case/answers.ts';
import type { Question, WhyParked } from '#shared/case/case.ts';
import { windowOf } from '#shared/case/question.ts';
import { answerCase, followUp } from '#shared/moderation/follow-up.ts';
import { progressOf } from '#shared/moderation/progress.ts';
import { attend, listWaiting, show } from '#shared/operations/attend.ts';
import { resumeAll } from '#shared/operations/resume-all.ts';
import { aCase, aRevision, content, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

vi.spyOn(console, 'error').mockImplementation(() => {});
const tables = useTables();

async function stored(status: Parameters<typeof aCase>[0], changes: Parameters<typeof aCase>[1] = {}) {
  const ports = useServices(tables);
  const current = aCase(status, changes);
  await ports.cases.create(current);
  return { ports, current };
}

describe('an operator', () => {
  it('releases what was held: it begins from the start', async () => {
    const { ports, current } = await stored('spam');
    expect(await attend(ports, current.id, 'release', { by: 'kim' })).toEqual({
      outcome: 'attended',
      status: 'received',
    });
    expect((await readCase(ports, current.id)).facts).toMatchObject([{ what: 'released', by: 'kim' }]);
    expect(ports.workflow.started).toEqual([`${current.id}-1`]);
    expect(await attend(ports, current.id, 'release')).toEqual({ outcome: 'nothing-to-do', status: 'received' });
  });

  it('resumes a parked case with a new driver, and is told when there is none such', async () => {
    const { ports, current } = await stored('in-review', {
      parked: { at: noon.toISOString(), why: 'workflow-failed' },
      driver: { number: 4, phase: 'ended', restarts: 3 },
    });
    expect(await attend(ports, current.id, 'resume', { by: 'kim' })).toEqual({
      outcome: 'attended',
      status: 'in-review',
    });
    expect((await readCase(ports, current.id)).facts).toMatchObject([{ what: 'resumed', by: 'kim' }]);
    expect(ports.workflow.started).toEqual([`${current.id}-5`]);
    expect(await attend(ports, current.id, 'resume')).toEqual({ outcome: 'nothing-to-do', status: 'in-review' });
    expect(await attend(ports, aCase().id, 'resume')).toEqual({ outcome: 'no-such-case' });
  });

  it('hears what would be done, and nothing is', async () => {
    const { ports, current } = await stored('spam');
    const would = await attend(ports, current.id, 'release', { by: 'kim', dryRun: true });
    expect(would).toEqual({ outcome: 'attended', status: 'received' });
    expect(await readCase(ports, current.id)).toEqual(current);
    expect(ports.workflow.started).toEqual([]);
    expect(await attend(ports, aCase().id, 'release', { dryRun: true })).toEqual({ outcome: 'no-such-case' });
  });

  it('sees where a case stands and what happened; no task token, and what was sent in only when asked for', async () => {
    const { ports, current } = await stored('in-review');
    await ports.cases.noteMail(current.id, 'review/1/anna', { kind: 'review', at: noon.toISOString(), messageId: 'm' });
    const shown = await show(ports, current.id, false);
    expect(shown).toMatchObject({ outcome: 'attended', case: { status: 'in-review', mails: ['review/1/anna'] } });
    for (const hidden of [content.title, current.submitter.email, current.question?.token ?? '?'])
      expect(JSON.stringify(shown)).not.toContain(hidden);
    expect(await show(ports, current.id, true)).toMatchObject({ case: { content } });
    expect(await show(ports, aCase().id, true)).toEqual({ outcome: 'no-such-case' });
  });

  it('sees what screening holds, the oldest first, apart from what waits, and nothing of its content', async () => {
    const { ports, current } = await stored('spam', { createdAt: '2001-01-01T00:00:00.000Z' });
    const waiting = await listWaiting(ports, 'held');
    expect((await listWaiting(ports, 'waiting')).map((one) => one.submissionId)).not.toContain(current.id);
    expect(waiting[0]).toEqual({
      submissionId: current.id,
      reference: current.reference,
      status: 'spam',
      parked: undefined,
      since: '2001-01-01T00:00:00.000Z',
    });
    expect(JSON.stringify(waiting)).not.toContain(content.title);
  });
});

describe('an operator after an outage', () => {
  const apart = useTables();
  const ended = { number: 1, phase: 'ended', restarts: 0 } as const;
  const since = later(noon, { hours: -2 });
  const parkedAt = (hours: number, why: WhyParked = 'workflow-failed') =>
    aCase('in-review', { driver: ended, parked: { at: later(noon, { hours: -hours }).toISOString(), why } });

  it('resumes all that was parked for a reason since a time, and nothing else', async () => {
    const ports = useServices(apart);
    const meant = Array.from({ length: 120 }, () => parkedAt(1));
    const others = [parkedAt(3), parkedAt(1, 'moderators-silent'), aCase('in-review')];
    for (const one of [...meant, ...others]) await ports.cases.create(one);
    const resumed = { outcome: 'attended', resumed: meant.length, failed: 0, more: false };
    expect(await resumeAll(ports, 'workflow-failed', since, { dryRun: true })).toEqual(resumed);
    for (const one of meant) expect(await readCase(ports, one.id)).toEqual(one);
    expect(await resumeAll(ports, 'workflow-failed', since, { by: 'kim' })).toEqual(resumed);
    for (const { id } of meant) {
      const { parked, facts } = await readCase(ports, id);
      expect([parked, facts.at(-1)?.by]).toEqual([undefined, 'kim']);
    }
    expect(ports.workflow.started.toSorted()).toEqual(meant.map(({ id }) => `${id}-2`).toSorted());
    for (const one of others) expect(await readCase(ports, one.id)).toEqual(one);
    const nothing = { outcome: 'nothing-to-do', resumed: 0, failed: 0, more: false };
    expect(await resumeAll(ports, 'workflow-failed', since)).toEqual(nothing);
    expect(await resumeAll(ports, 'workflow-failed', later(noon, { days: 1 }))).toEqual(nothing);
  });

  it('is told to repeat the call when there was not time for all', async () => {
    const ports = useServices(apart);
    const meant = Array.from({ length: 50 }, () => parkedAt(1, 'moderators-unreachable'));
    for (const one of meant) await ports.cases.create(one);
    const start: typeof ports.workflow.start = (name) => {
      ports.pass({ seconds: 1 });
      return ports.workflow.start(name);
    };
    const slow = { ...ports, workflow: { ...ports.workflow, start } };
    const first = await resumeAll(slow, 'moderators-unreachable', since);
    expect(first).toMatchObject({ outcome: 'attended', failed: 0, more: true });
    const second = await resumeAll(ports, 'moderators-unreachable', since);
    expect(second).toMatchObject({ outcome: 'attended', more: false });
    expect(first.resumed + second.resumed).toBe(meant.length);
  });

  it('is told how many could not be resumed, which hold up no other', async () => {
    const ports = useServices(apart);
    const [unreadable, good] = [parkedAt(0), parkedAt(0)];
    for (const one of [unreadable, good]) await ports.cases.create(one);
    const change: typeof ports.cases.change = async (id, decide) => {
      if (id === unreadable.id) throw new TypeError('made by a later release');
      return ports.cases.change(id, decide);
    };
    const partly = { ...ports, cases: { ...ports.cases, change } };
    expect(await resumeAll(partly, 'workflow-failed', noon)).toMatchObject({ resumed: 1, failed: 1, more: false });
  });
});

describe('a case that cannot be read', () => {
  it('is listed by its id and hides no other', async () => {
    const parked = { at: '2001-01-01T00:00:00.000Z', why: 'workflow-failed' } as const;
    const { ports, current } = await stored('in-review', { parked });
    const other = await stored('in-review', { parked });
    const read: typeof ports.cases.read = async (id) => {
      if (id === current.id) throw new TypeError('made by a later release');
      return ports.cases.read(id);
    };
    const listed = await listWaiting({ ...ports, cases: { ...ports.cases, read } }, 'waiting');
    expect(listed).toContainEqual({ submissionId: current.id, since: parked.at, unreadable: true });
    expect(listed.map((one) => one.submissionId)).toContain(other.current.id);
  });
});

describe('following up', () => {
  it('starts a driver that is to be started, and wakes one that waits', async () => {
    const { ports, current } = await stored('received');
    await followUp(ports.workflow, current, noon);
    expect(ports.workflow.started).toEqual([`${current.id}-1`]);
    ports.workflow.waiting.add('token');
    await followUp(
      ports.workflow,
      aCase('approved', { wake: 'token', driver: { number: 1, phase: 'running', restarts: 0 } }),
      noon,
    );
    expect(ports.workflow.woken).toEqual([{ token: 'token', standing: { next: 'publish', waitSeconds: 0 } }]);
  });

  it('does nothing where no driver is needed, and never fails', async () => {
    const { ports } = await stored('received');
    await followUp(ports.workflow, aCase('published', { told: true }), noon);
    expect(ports.workflow.started).toEqual([]);
    ports.workflow.state.failure = new Error('down');
    await expect(followUp(ports.workflow, aCase('received'), noon)).resolves.toBeUndefined();
  });
});

describe('a submitter', () => {
  it('confirms once, and is told the same when they press again', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    ports.workflow.waiting.add('token of confirm');
    expect((await answerCase(ports, current.id, confirm))?.outcome.kind).toBe('confirmed');
    expect((await answerCase(ports, current.id, confirm))?.outcome.kind).toBe('confirmed-before');
    expect(ports.workflow.woken).toHaveLength(1);
    expect(await readCase(ports, current.id)).toMatchObject({
      status: 'in-review',
      wake: 'token of confirm',
      version: 2,
    });
  });

  it('pressing twice at once confirms once', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    const press = () => answerCase(ports, current.id, confirm);
    const kinds = (await Promise.all([press(), press()])).map((one) => one?.outcome.kind);
    expect(kinds.sort()).toEqual(['confirmed', 'confirmed-before']);
  });

  it('revises once, also when two at once send the same', async () => {
    const { ports, current } = await stored('changes-requested');
    const other = { ...content, title: 'En bättre titel' };
    const revision = aRevision(other);
    const send = () => answerCase(ports, current.id, (it, at) => revise(it, revision, at));
    const kinds = (await Promise.all([send(), send()])).map((one) => one?.outcome.kind);
    expect(kinds.sort()).toEqual(['revised', 'revised-before']);
    expect(await readCase(ports, current.id)).toMatchObject({ round: { number: 2, content: other } });
  });
});

describe('the progress of a case', () => {
  const endOf = (kind: Question['kind']) => later(noon, { ms: windowOf(kind) }).toISOString();

  it.each([
    ['received', 'confirm', endOf('confirm')],
    ['awaiting-confirmation', 'confirm', endOf('confirm')],
    ['in-review', 'review', endOf('review')],
    ['changes-requested', 'revise', endOf('revise')],
    ['approved', 'publish', null],
    ['spam', 'operator', null],
    ['published', 'none', null],
    ['rejected', 'none', null],
    ['lapsed', 'none', null],
  ] as const)('in %s says that %s is next', async (status, what, by) => {
    const { ports, current } = await stored(status);
    expect((await progressOf(ports, current, {}, noon)).next).toEqual({ what, by });
  });

  it('says of a parked case that an operator is next, and leaves out what only concerns operators', async () => {
    const { ports, current } = await stored('in-review', {
      parked: { at: noon.toISOString(), why: 'workflow-failed' },
      driver: { number: 1, phase: 'ended', restarts: 0 },
    });
    expect((await progressOf(ports, current, {}, noon)).next).toEqual({ what: 'operator', by: null });
    await attend(ports, current.id, 'resume');
    const { timeline } = await progressOf(ports, await readCase(ports, current.id), {}, noon);
    expect(timeline).toEqual([{ at: noon.toISOString(), what: 'received' }]);
  });
});
