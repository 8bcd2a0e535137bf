import { describe, expect, it, vi } from 'vitest';
import { confirm, release } from '#shared/case/answers.ts';
import { answerBy, windowOf } from '#shared/case/question.ts';
import { lapseCase } from '#shared/moderation/lapse-case.ts';
import { mailAndRest } from '#shared/moderation/mail-and-rest.ts';
import { addressHash, knownFor, mailBudgets, unwantedFor } from '#shared/moderation/mail-budget.ts';
import { createMailBudgets } from '#shared/moderation/mail-budget-store.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { readCase, type Services, useServices } from '#test/support/services.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';
import { day, hour } from '#test/support/time.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const victim = { name: 'Victim', email: 'victim@example.org' };
const running = { number: 1, phase: 'running', restarts: 0 } as const;
const { unknown, known } = mailBudgets;

/** A case that nobody has confirmed, asked now, with its mail sent if it may be. */
async function asked(ports: Services, changes: Parameters<typeof aCase>[1] = {}) {
  const current = aCase('awaiting-confirmation', { submitter: victim, driver: running, ...changes });
  const { question } = current;
  const now = ports.now();
  const next = {
    ...current,
    question: question && { ...question, askedAt: now.toISOString(), answerBy: answerBy('confirm', undefined, now) },
  };
  await ports.cases.create(next);
  await mailAndRest(ports, next);
  return readCase(ports, next.id);
}

async function askedOften(ports: Services, count: number) {
  const cases = [];
  for (let time = 0; time < count; time += 1) cases.push(await asked(ports));
  return cases;
}

describe('mails of cases that nobody has confirmed, to one address', () => {
  it('are as many as a day may have, then as many as a week; the others wait until there is room', async () => {
    const ports = useServices(tables);
    const cases = await askedOften(ports, unknown.perDay + 4);
    expect(ports.mailer.sent).toHaveLength(unknown.perDay);
    const waiting = cases.at(-1);
    const tomorrow = later(noon, { ms: day }).toISOString();
    expect(waiting).toMatchObject({ mailHeldUntil: tomorrow, checkAt: tomorrow });
    expect(cases[0]?.mailHeldUntil).toBeUndefined();

    ports.pass({ ms: day });
    for (const { id } of cases) await mailAndRest(ports, await readCase(ports, id));
    expect(ports.mailer.sent).toHaveLength(unknown.perWeek);
    const nextWeek = later(noon, { ms: windowOf('confirm') }).toISOString();
    expect((await readCase(ports, waiting?.id ?? '')).mailHeldUntil).toBe(nextWeek);
  });

  it('are counted under one mailbox, however the address is written', async () => {
    const ports = useServices(tables);
    const ways = ['victim@example.org', 'Victim@Example.org', 'victim+1@example.org', 'victim+2@example.org'];
    for (const email of ways) await asked(ports, { submitter: { ...victim, email } });
    expect(ports.mailer.sent).toHaveLength(unknown.perDay);
    expect(addressHash('other@example.org')).not.toBe(addressHash('victim@example.org'));
  });

  it('are counted once, however often one is tried', async () => {
    const ports = useServices(tables);
    ports.mailer.busy.add(victim.email);
    const current = await asked(ports);
    for (let time = 0; time < unknown.perWeek; time += 1) await mailAndRest(ports, current);
    ports.mailer.busy.clear();
    await mailAndRest(ports, current);
    expect(ports.mailer.sent).toHaveLength(1);
  });

  it('are at most as many for fifty at once', async () => {
    const ports = useServices(tables);
    await Promise.all(Array.from({ length: 20 }, () => asked(ports)));
    expect(ports.mailer.sent.length).toBeLessThanOrEqual(unknown.perDay);
  });

  it('may be more where somebody has confirmed a case within twelve months', async () => {
    const ports = useServices(tables);
    await ports.budgets.noteKnown(victim.email, ports.now());
    await askedOften(ports, known.perDay + 2);
    expect(ports.mailer.sent).toHaveLength(known.perDay);
    ports.pass({ ms: knownFor });
    await askedOften(ports, unknown.perDay + 1);
    expect(ports.mailer.sent).toHaveLength(known.perDay + unknown.perDay);
  });

  it('never limit those of a case that is confirmed', async () => {
    const ports = useServices(tables);
    const [first] = await askedOften(ports, unknown.perDay);
    if (first === undefined) throw new Error('Nobody was asked');
    await ports.cases.change(first.id, (latest) => confirm(latest, ports.now()));
    const withdrawn = { ...(await readCase(ports, first.id)), status: 'withdrawn' as const, question: undefined };
    await mailAndRest(ports, withdrawn);
    expect(ports.mailer.sent).toHaveLength(unknown.perDay + 1);
  });

  it('are not sent when what has been sent cannot be known', async () => {
    const ports = useServices(tables);
    const take = () => Promise.reject(new Error('down'));
    const current = await asked({ ...ports, budgets: { ...ports.budgets, take } });
    expect(ports.mailer.sent).toEqual([]);
    expect(current.checkAt).toBeDefined();
  });

  it('of the whole stage wait for the next hour when there have been as many as there may be', async () => {
    const ports = useServices(tables);
    const budgets = createMailBudgets(tables.documents, submissionsTable, 2);
    const each = [1, 2, 3].map((number) => ({ ...victim, email: `stage-${number}@example.org` }));
    const cases = [];
    for (const submitter of each) cases.push(await asked({ ...ports, budgets }, { submitter }));
    expect(ports.mailer.sent).toHaveLength(2);
    expect(cases.at(-1)?.mailHeldUntil).toBe(later(noon, { ms: hour }).toISOString());
    ports.pass({ ms: hour });
    await mailAndRest({ ...ports, budgets }, await readCase(ports, cases.at(-1)?.id ?? ''));
    expect(ports.mailer.sent).toHaveLength(3);
  });
});

describe('where a budget is used up', () => {
  it('reminders and the word that a case has lapsed are dropped for good', async () => {
    const ports = useServices(tables);
    const [first] = await askedOften(ports, unknown.perDay);
    if (first?.question === undefined) throw new Error('Nobody was asked');
    const reminded = { ...first, question: { ...first.question, step: 1, reminds: true } };
    await mailAndRest(ports, reminded);
    await mailAndRest(ports, { ...first, status: 'lapsed', question: undefined });
    expect(ports.mailer.sent).toHaveLength(unknown.perDay);
    ports.pass({ ms: 2 * windowOf('confirm') });
    await mailAndRest(ports, { ...first, status: 'lapsed', question: undefined });
    expect(ports.mailer.sent).toHaveLength(unknown.perDay);
  });

  it('a case whose mail never left is held and does not lapse', async () => {
    const ports = useServices(tables);
    const cases = await askedOften(ports, unknown.perDay + 1);
    ports.pass({ ms: windowOf('confirm') });
    for (const { id } of cases) await lapseCase(ports, id, `${id}-1`);
    const ended = await Promise.all(cases.map(({ id }) => readCase(ports, id)));
    expect(ended.map(({ status }) => status)).toEqual([...cases.slice(1).map(() => 'lapsed'), 'spam']);
    const held = ended.at(-1);
    expect(held).toMatchObject({
      held: { why: 'flood' },
      driver: { phase: 'ended' },
      facts: [{ what: 'held', reason: 'flood' }],
    });
    expect(held?.checkAt).toBeUndefined();
  });

  it('nobody is asked when too little time is left to answer', async () => {
    const ports = useServices(tables);
    const cases = await askedOften(ports, unknown.perDay + 1);
    const late = cases.at(-1);
    ports.pass({ ms: windowOf('confirm') - hour });
    await mailAndRest(ports, await readCase(ports, late?.id ?? ''));
    expect(ports.mailer.sent).toHaveLength(unknown.perDay);
  });

  it('an operator who releases a case has it mailed all the same', async () => {
    const ports = useServices(tables);
    await askedOften(ports, unknown.perDay);
    const released = release(aCase('spam', { submitter: victim }), ports.now());
    if (released.kind !== 'attended') throw new Error('It was not held');
    await asked(ports, { released: released.next.released });
    expect(ports.mailer.sent).toHaveLength(unknown.perDay + 1);
  });
});

describe('an address whose owner sent nothing in', () => {
  it('gets no mail of an unconfirmed case for so long, and such a case is held', async () => {
    const ports = useServices(tables);
    expect(await ports.budgets.noteUnwanted(victim.email, ports.now())).toBe(true);
    expect(await asked(ports)).toMatchObject({
      status: 'spam',
      held: { why: 'unwanted' },
      facts: [{ what: 'held', reason: 'unwanted' }],
    });
    expect(ports.mailer.sent).toEqual([]);
    ports.pass({ ms: unwantedFor });
    expect((await asked(ports)).status).toBe('awaiting-confirmation');
    expect(ports.mailer.sent).toHaveLength(1);
  });

  it('is mailed to again as soon as a case is confirmed with it, or an operator says so', async () => {
    const ports = useServices(tables);
    await ports.budgets.noteUnwanted(victim.email, ports.now());
    expect(await ports.budgets.endUnwanted(victim.email, ports.now())).toBe(true);
    expect(await ports.budgets.endUnwanted(victim.email, ports.now())).toBe(false);
    await ports.budgets.noteUnwanted(victim.email, ports.now());
    await ports.budgets.noteKnown(victim.email, ports.now());
    await asked(ports);
    expect(ports.mailer.sent).toHaveLength(1);
  });

  it('is left alone where it is known: a case has been confirmed with it', async () => {
    const ports = useServices(tables);
    await ports.budgets.noteKnown(victim.email, ports.now());
    expect(await ports.budgets.noteUnwanted(victim.email, ports.now())).toBe(false);
  });
});
