import { describe, expect, it, vi } from 'vitest';
import { measureOldestDue } from '#shared/aws/metrics.ts';
import { overdueAt } from '#shared/case/driver.ts';
import { stepsOf, whenDue, windowOf } from '#shared/case/question.ts';
import { confirmCurrent } from '#shared/case/submitter-acts.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { aCase, content, later, noon, submitterNumber } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';
import { day, hour } from '#test/support/time.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ measureOldestDue: vi.fn() }));
vi.spyOn(console, 'error').mockImplementation(() => {});

/** Reminders look at everything that is due, so each test has tables of its own. */
describe('reminding', () => {
  const tables = useTables();

  it('takes a silent review to moderators, deputy and lead institution, and tells the submitter', async () => {
    const ports = useServices(tables);
    const current = aCase('in-review', { reviewers: ['dan', 'eva'] });
    await ports.cases.create({ ...current, round: { ...current.round, content: { ...content, themes: ['housing'] } } });
    /** What leaves once so much time has gone by since the question. */
    const sentAt = async (since: number) => {
      ports.mailer.sent.length = 0;
      ports.pass({ ms: noon.getTime() + since - ports.now().getTime() });
      await remindAll(ports);
      await remindAll(ports);
      return ports.mailer.to();
    };
    expect(await sentAt(whenDue('review', 'remind') - hour)).toEqual([]);
    // The first mails were never noted in this test, so they leave together with what each step owes.
    expect(await sentAt(whenDue('review', 'remind'))).toEqual(
      ['dan', 'eva', 'dan', 'eva'].map((id) => `${id}@nordic.example`),
    );
    expect(await sentAt(whenDue('review', 'ask-deputy'))).toEqual(['fia@nordic.example']);
    expect(await sentAt(whenDue('review', 'ask-lead'))).toEqual([
      'anna@nordic.example',
      'bo@nordic.example',
      content.contact.email,
    ]);
    expect(ports.mailer.sent.at(-1)?.text).toMatch(/vänt\s+oss\s+till/);
    expect(await sentAt(windowOf('review') + day)).toEqual([]);
    const facts = await ports.cases.facts(await readCase(ports, current.id));
    expect(facts.map(({ what }) => what)).toEqual(['received', 'reminded', 'asked-deputy', 'asked-lead']);
  });
});

describe('reminding the lead institution, which moderates itself', () => {
  const tables = useTables();

  it('asks its deputy, then reminds everybody, and says so to the submitter', async () => {
    const ports = useServices(tables);
    const current = aCase('in-review', { reviewers: ['anna', 'bo'] });
    await ports.cases.create(current);
    for (const { after } of stepsOf('review')) {
      ports.mailer.sent.length = 0;
      ports.pass({ ms: noon.getTime() + after - ports.now().getTime() });
      await remindAll(ports);
    }
    await remindAll(ports);
    const staff = ['anna', 'bo', 'cia'].map((id) => `${id}@nordic.example`);
    expect(ports.mailer.to()).toEqual([...staff, content.contact.email]);
    expect(ports.mailer.sent.at(-1)?.text).toContain('påmint');
    const facts = await ports.cases.facts(await readCase(ports, current.id));
    expect(facts.map(({ what }) => what)).toEqual(['received', 'reminded', 'asked-deputy', 'reminded']);
  });
});

describe('a run', () => {
  const tables = useTables();

  it('reminds as long as there is time, reviews first, and tells how late the rest is', async () => {
    const ports = useServices(tables);
    const flood = Array.from({ length: 230 }, (_, number) =>
      aCase('awaiting-confirmation', { submitter: submitterNumber(number) }),
    );
    for (const current of flood) await ports.cases.create(current);
    const review = aCase('in-review');
    await ports.cases.create(review);
    ports.pass({ ms: whenDue('review', 'remind'), hours: 1 });
    const send: typeof ports.mailer.send = (mail) => {
      ports.pass({ seconds: 1 });
      return ports.mailer.send(mail);
    };
    const isReminded = async (id: string) => (await readCase(ports, id)).question?.step !== 0;
    const reminded = await remindAll({ ...ports, mailer: { ...ports.mailer, send } });
    const moderators = review.reviewers.map((id) => `${id}@nordic.example`);
    expect(ports.mailer.to().slice(0, 4).toSorted()).toEqual([...moderators, ...moderators].toSorted());
    expect(await isReminded(review.id)).toBe(true);
    expect(reminded).toBeGreaterThan(100);
    expect(reminded).toBeLessThan(flood.length);
    const late = whenDue('review', 'remind') + hour - whenDue('confirm', 'remind');
    expect(measureOldestDue).toHaveBeenCalledOnce();
    expect(vi.mocked(measureOldestDue).mock.lastCall?.[0]).toBeGreaterThanOrEqual(late / 60_000);
    expect(reminded + (await remindAll(ports))).toBe(1 + flood.length);
    expect(measureOldestDue).toHaveBeenCalledOnce();
  });
});

describe('a case that cannot be reminded', () => {
  const tables = useTables();

  it('does not hold up the others, and its mail is left to the reconciler', async () => {
    const ports = useServices(tables);
    const cases = Array.from({ length: 4 }, (_, at) => {
      const submitter = { name: content.contact.name, email: `s${at}@umea.example` };
      return aCase('awaiting-confirmation', { submitter });
    });
    for (const current of cases) {
      await ports.cases.create(current);
      await ports.cases.noteMail(current.id, 'confirm/1', { kind: 'confirm', at: noon.toISOString(), messageId: 'm' });
    }
    ports.mailer.failing.add('s1@umea.example').add('s0@umea.example');
    ports.pass({ ms: whenDue('confirm', 'remind') });
    await remindAll(ports);
    expect(ports.mailer.to().sort()).toEqual(['s2@umea.example', 's3@umea.example']);
    const soon = later(ports.now(), { minutes: 1 }).toISOString();
    for (const [at, { id }] of cases.entries()) {
      const reminded = await readCase(ports, id);
      expect(reminded.question?.step).toBe(1);
      expect(reminded.checkAt).toBe(at < 2 ? soon : overdueAt(reminded));
    }
  });
});

describe('asking whether what is published is still right', () => {
  const tables = useTables();

  it('is done once a year; after two mails in vain readers are told, until the submitter says so', async () => {
    const ports = useServices(tables);
    const current = aCase('published', { told: true, driver: { number: 1, phase: 'ended', restarts: 0 } });
    await ports.cases.create(current);
    await ports.cases.noteMail(current.id, 'published/1', {
      kind: 'published',
      at: noon.toISOString(),
      messageId: 'earlier',
    });
    const subjectsAfter = async (days: number) => {
      ports.mailer.sent.length = 0;
      ports.pass({ days });
      await remindAll(ports);
      await remindAll(ports);
      return ports.mailer.sent.map(({ subject }) => subject);
    };
    expect(await subjectsAfter(364)).toEqual([]);
    expect(await subjectsAfter(1)).toEqual([expect.stringContaining('Stämmer det här fortfarande?')]);
    expect(await subjectsAfter(60)).toHaveLength(1);
    expect((await readCase(ports, current.id)).publication?.unconfirmedSince).toBeUndefined();
    expect(await subjectsAfter(60)).toEqual([]);
    const marked = await readCase(ports, current.id);
    expect(marked).toMatchObject({ status: 'published', driver: { phase: 'starting' }, publication: { edition: 2 } });
    expect(marked.publication?.unconfirmedSince).toBe(ports.now().toISOString());
    const changed = await ports.cases.change(current.id, (latest) => confirmCurrent(latest, ports.now()));
    expect(changed?.case.publication).toMatchObject({ asked: 0, edition: 3 });
    expect(changed?.case.publication?.unconfirmedSince).toBeUndefined();
    expect(await subjectsAfter(364)).toEqual([]);
    expect(await subjectsAfter(1)).toHaveLength(1);
  });
});
