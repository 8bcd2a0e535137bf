import { describe, expect, it, vi } from 'vitest';
import { remindAll } from '#shared/operations/remind.ts';
import { aCase, content, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

vi.spyOn(console, 'error').mockImplementation(() => {});

/** Reminders look at everything that is due, so each test has tables of its own. */
describe('reminding', () => {
  const tables = useTables();

  it('takes a silent review to moderators, deputy and lead institution, and tells the submitter', async () => {
    const ports = useServices(tables);
    const current = aCase('in-review', { reviewers: ['dan', 'eva'] });
    await ports.cases.create({ ...current, round: { ...current.round, content: { ...content, themes: ['housing'] } } });
    const sentAfter = async (days: number) => {
      ports.mailer.sent.length = 0;
      ports.pass({ days });
      await remindAll(ports);
      await remindAll(ports);
      return ports.mailer.to();
    };
    expect(await sentAfter(2)).toEqual([]);
    // The first mails were never noted in this test, so they leave together with what each step owes.
    expect(await sentAfter(1)).toEqual(['dan', 'eva', 'dan', 'eva'].map((id) => `${id}@nordic.example`));
    expect(await sentAfter(4)).toEqual(['fia@nordic.example']);
    expect(await sentAfter(7)).toEqual(['anna@nordic.example', 'bo@nordic.example', content.contact.email]);
    expect(ports.mailer.sent.at(-1)?.text).toMatch(/vänt\s+oss\s+till/);
    expect(await sentAfter(30)).toEqual([]);
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
    for (const days of [3, 4]) {
      ports.pass({ days });
      await remindAll(ports);
    }
    ports.mailer.sent.length = 0;
    ports.pass({ days: 7 });
    await remindAll(ports);
    await remindAll(ports);
    const staff = ['anna', 'bo', 'cia'].map((id) => `${id}@nordic.example`);
    expect(ports.mailer.to()).toEqual([...staff, content.contact.email]);
    expect(ports.mailer.sent.at(-1)?.text).toContain('påmint');
    const facts = await ports.cases.facts(await readCase(ports, current.id));
    expect(facts.map(({ what }) => what)).toEqual(['received', 'reminded', 'asked-deputy', 'reminded']);
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
      await ports.cases.noteMail(current.id, 'confirm/1', { at: noon.toISOString(), messageId: 'm' });
    }
    ports.mailer.refused.add('s1@umea.example').add('s0@umea.example');
    ports.pass({ days: 1 });
    await remindAll(ports);
    expect(ports.mailer.to().sort()).toEqual(['s2@umea.example', 's3@umea.example']);
    for (const { id } of cases) {
      expect(await readCase(ports, id)).toMatchObject({
        question: { step: 1 },
        checkAt: later(ports.now(), { minutes: 1 }).toISOString(),
      });
    }
  });
});
