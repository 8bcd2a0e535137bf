import { describe, expect, it, vi } from 'vitest';
import { askAgain, confirm } from '#shared/case/answers.ts';
import { driverName, takeUp } from '#shared/case/driver.ts';
import { windowOf } from '#shared/case/question.ts';
import { askAndWait } from '#shared/moderation/ask-and-wait.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

const tables = useTables();
for (const level of ['info', 'error', 'log'] as const) vi.spyOn(console, level).mockImplementation(() => {});

async function stored(status: Parameters<typeof aCase>[0], changes: Parameters<typeof aCase>[1] = {}) {
  const ports = useServices(tables);
  const current = aCase(status, changes);
  await ports.cases.create(current);
  const input = { submissionId: current.id, execution: driverName(current), token: 'token A' };
  return { ports, current, input };
}

describe('asking and waiting', () => {
  it('notes the token and the time before the mail leaves', async () => {
    const { ports, input } = await stored('received');
    await askAndWait(ports, 'confirm', input);
    expect(await readCase(ports, input.submissionId)).toMatchObject({
      status: 'awaiting-confirmation',
      question: { kind: 'confirm', token: 'token A', step: 0 },
    });
    expect(ports.mailer.sent).toHaveLength(1);
  });

  it('asks the moderators of the route, at least two', async () => {
    const { ports, input } = await stored('in-review', { question: undefined, reviewers: [] });
    await askAndWait(ports, 'review', input);
    expect((await readCase(ports, input.submissionId)).reviewers).toEqual(['anna', 'bo']);
    expect(ports.mailer.to()).toEqual(['anna@nordic.example', 'bo@nordic.example']);
  });

  it('again, by a new driver, takes over the wait and mails nothing', async () => {
    const { ports, input } = await stored('received');
    await askAndWait(ports, 'confirm', input);
    const before = await readCase(ports, input.submissionId);
    ports.pass({ ms: windowOf('confirm') / 2 });
    await ports.cases.change(before.id, (current) => ({
      kind: 'done',
      next: { ...current, driver: { number: 2, phase: 'starting', restarts: 0 } },
    }));
    await askAndWait(ports, 'confirm', { ...input, execution: `${before.id}-2`, token: 'token B' });
    expect((await readCase(ports, before.id)).question).toEqual({ ...before.question, token: 'token B' });
    expect(ports.mailer.sent).toHaveLength(1);
  });

  it('after the mails broke off sends only the mails', async () => {
    const { ports, input, current } = await stored('received');
    const cut = { ...ports.cases, sentMails: () => Promise.reject(new Error('The power went')) };
    await expect(askAndWait({ ...ports, cases: cut }, 'confirm', input)).rejects.toThrow('The power went');
    await askAndWait(ports, 'confirm', input);
    expect(ports.mailer.sent).toHaveLength(1);
    expect((await readCase(ports, current.id)).facts).toMatchObject([{ what: 'asked-to-confirm', number: 2 }]);
  });

  it('is looked at again only after the wait when the mails have left', async () => {
    const { ports, input, current } = await stored('received');
    await askAndWait(ports, 'confirm', input);
    const afterwards = later(noon, { ms: windowOf('confirm'), hours: 1 }).toISOString();
    expect((await readCase(ports, current.id)).checkAt).toBe(afterwards);
  });

  it.each(['busy', 'failing'] as const)(
    'succeeds when a mail cannot leave now, and is soon looked at: %s',
    async (how) => {
      const { ports, input, current } = await stored('received');
      ports.mailer[how].add(current.submitter.email);
      expect(await askAndWait(ports, 'confirm', input)).toBeUndefined();
      expect(await readCase(ports, current.id)).toMatchObject({
        status: 'awaiting-confirmation',
        checkAt: later(noon, { minutes: 1 }).toISOString(),
      });
    },
  );

  it('does not wait when nobody could be asked: an operator must act', async () => {
    const { ports, input, current } = await stored('in-review', { question: undefined, reviewers: [] });
    for (const id of ['anna', 'bo', 'cia']) ports.mailer.refused.add(`${id}@nordic.example`);
    await expect(askAndWait(ports, 'review', input)).rejects.toMatchObject({ name: 'AlreadyAnswered' });
    const parked = await readCase(ports, current.id);
    expect(parked).toMatchObject({ parked: { why: 'moderators-unreachable' } });
    expect(takeUp(parked, input.execution, noon)).toEqual({ kind: 'superseded' });
  });

  it('asks nobody when too few are free to come to a decision: an operator must act', async () => {
    const { ports, input, current } = await stored('in-review', { question: undefined, reviewers: [] });
    const lead = ports.settings.institutions.filter((institution) => institution.lead);
    const three = { institutions: lead, routes: [{ institution: 'nordic_welfare_centre', approvals: 4 }] };
    const asked = askAndWait({ ...ports, settings: { ...ports.settings, ...three } }, 'review', input);
    await expect(asked).rejects.toMatchObject({ name: 'AlreadyAnswered' });
    expect(await readCase(ports, current.id)).toMatchObject({
      status: 'in-review',
      reviewers: [],
      parked: { why: 'moderators-too-few' },
    });
    expect(ports.mailer.sent).toEqual([]);
    const changes = await ports.cases.change(current.id, (it) => askAgain(it, ports.now()));
    expect(changes?.case.parked).toBeUndefined();
  });

  it('is superseded when another execution drives the case: it writes and mails nothing', async () => {
    const { ports, input, current } = await stored('received');
    const other = { ...input, execution: `${current.id}-9` };
    await expect(askAndWait(ports, 'confirm', other)).rejects.toMatchObject({ name: 'Superseded' });
    await expect(askAndWait(ports, 'confirm', { ...input, submissionId: aCase().id })).rejects.toMatchObject({
      name: 'Superseded',
    });
    expect(await readCase(ports, current.id)).toEqual(current);
    expect(ports.mailer.sent).toEqual([]);
  });

  it('is told by name when the question has been answered meanwhile', async () => {
    const { ports, input, current } = await stored('awaiting-confirmation');
    await ports.cases.change(current.id, (it) => confirm(it, ports.now()));
    await expect(askAndWait(ports, 'confirm', input)).rejects.toMatchObject({ name: 'AlreadyAnswered' });
    expect((await readCase(ports, current.id)).version).toBe(2);
    expect(ports.mailer.sent).toEqual([]);
  });
});
