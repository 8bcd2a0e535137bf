import { afterEach, describe, expect, it, vi } from 'vitest';
import { count } from '#shared/aws/metrics.ts';
import { askAgain, resume } from '#shared/case/answers.ts';
import { isRefused } from '#shared/case/refusals.ts';
import { letters } from '#shared/mail/letters.ts';
import { deliverOwedMails } from '#shared/moderation/deliver-mails.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { openReview } from '#shared/moderation/review.ts';
import { aCase, content, noon } from '#test/support/cases.ts';
import { readCase, type Services, settings, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

const tables = useTables();
const parked = { at: noon.toISOString(), why: 'moderators-unreachable' } as const;
afterEach(() => {
  vi.mocked(count).mockClear();
});
vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn() }));
const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
const infos = vi.spyOn(console, 'info').mockImplementation(() => {});

async function stored(status: Parameters<typeof aCase>[0], changes: Parameters<typeof aCase>[1] = {}) {
  const ports = useServices(tables);
  const current = aCase(status, changes);
  await ports.cases.create(current);
  return { ports, current };
}
const secretsIn = (text: string, kind: string) =>
  [...text.matchAll(new RegExp(`/${kind}/([\\w-]{43})$`, 'gm'))].map(([, secret = '']) => secret);

describe('delivering what a case owes', () => {
  it('sends each mail once, however often it is repeated', async () => {
    const { ports, current } = await stored('in-review');
    for (let time = 0; time < 3; time += 1) await deliverOwedMails(ports, current);
    expect(ports.mailer.to()).toEqual(['anna@nordic.example', 'bo@nordic.example']);
    expect(await ports.cases.sentMails(current.id)).toEqual(new Set(['review/1/anna', 'review/1/bo']));
  });

  it('writes to the address that was confirmed, also when a revision names another contact', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    const contact = { ...current.round.content.contact, email: 'somebody.else@example.org' };
    const revised = { ...current, round: { ...current.round, content: { ...current.round.content, contact } } };
    await deliverOwedMails(ports, revised);
    expect(ports.mailer.to()).toEqual([current.submitter.email]);
  });

  it.each(['failing', 'refused'] as const)(
    'logs no address and no text of a mail that did not leave: %s',
    async (how) => {
      const { ports, current } = await stored('awaiting-confirmation');
      for (const level of [errors, infos]) level.mockClear();
      ports.mailer[how].add(current.submitter.email);
      await deliverOwedMails(ports, current);
      const logged = JSON.stringify([errors.mock.calls, infos.mock.calls]);
      expect(logged).toContain(current.id);
      for (const secret of [current.submitter.email, current.round.content.title, 'cannot be mailed to'])
        expect(logged).not.toContain(secret);
    },
  );

  it('passes over a moderator who has left', async () => {
    const { ports, current } = await stored('in-review', { reviewers: ['gone', 'bo'] });
    await deliverOwedMails(ports, current);
    expect(ports.mailer.to()).toEqual(['bo@nordic.example']);
  });

  it('gives each moderator a link of their own', async () => {
    const { ports, current } = await stored('in-review');
    await deliverOwedMails(ports, current);
    const [forAnna, forBo] = ports.mailer.sent.map((mail) => secretsIn(mail.text, 'review'));
    expect(forAnna).toHaveLength(1);
    expect(forAnna).not.toEqual(forBo);
    expect(await openReview(ports, forAnna?.[0] ?? '')).toMatchObject({
      kind: 'open',
      seat: { moderator: { id: 'anna' } },
    });
    expect(await openReview(ports, forBo?.[0] ?? '')).toMatchObject({
      kind: 'open',
      seat: { moderator: { id: 'bo' } },
    });
  });

  it.each([
    [
      'the institution that decided, when changes are wanted',
      'changes-requested',
      'nordregio',
      ['regio@nordic.example'],
    ],
    ['the institution that decided, when it is rejected', 'rejected', 'nordregio', ['regio@nordic.example']],
    ['nobody, when that institution is no more', 'rejected', 'atlantis', [undefined]],
    ['nobody, when all is well', 'published', 'nordregio', [undefined]],
    ['nobody, before anybody has read it', 'awaiting-confirmation', undefined, [undefined]],
  ] as const)('lets answers go to %s', async (_whom, status, institution, expected) => {
    const decision = status === 'rejected' ? 'reject' : 'request-changes';
    const taken = { decision, by: 'gone', institution: institution ?? '', round: 1, at: noon.toISOString() } as const;
    const { ports, current } = await stored(status, institution && { decision: taken });
    await deliverOwedMails(ports, current);
    expect(ports.mailer.sent.map(({ replyTo }) => replyTo)).toEqual(expected);
  });

  it('lets answers to the mail about a delay go to the institution that leads, and those of moderators to nobody', async () => {
    const { ports, current } = await stored('in-review');
    const { question } = current;
    await deliverOwedMails(ports, { ...current, ...(question && { question: { ...question, step: 3 } }) });
    expect(ports.mailer.sent.map(({ to, replyTo }) => [to, replyTo])).toEqual([
      ['anna@nordic.example', undefined],
      ['bo@nordic.example', undefined],
      [current.submitter.email, 'welfare@nordic.example'],
    ]);
  });

  it('gives the submitter the confirm link and the status link, each alone on its line', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    await deliverOwedMails(ports, current);
    const { text = '', to } = ports.mailer.sent[0] ?? {};
    expect(to).toBe(current.round.content.contact.email);
    for (const kind of ['confirm', 'status'] as const) {
      const lines = text.split('\n').filter((line) => line.startsWith(`https://clearing.example/${kind}/`));
      expect(lines).toHaveLength(1);
      expect(await openLink(ports, kind, secretsIn(text, kind)[0] ?? '')).toMatchObject({ kind: 'open' });
    }
  });
});

describe('a mail that cannot leave now', () => {
  it.each(['busy', 'failing'] as const)('holds up no other, and is sent when it can be: %s', async (how) => {
    const { ports, current } = await stored('in-review', { reviewers: ['anna', 'bo', 'cia'] });
    ports.mailer[how].add('anna@nordic.example');
    expect(await deliverOwedMails(ports, current)).toMatchObject({ kind: 'deferred', case: current });
    expect(ports.mailer.to()).toEqual(['bo@nordic.example', 'cia@nordic.example']);
    ports.mailer[how].clear();
    expect(await deliverOwedMails(ports, current)).toEqual({ kind: 'all', case: current });
    expect(ports.mailer.to()).toEqual(['bo@nordic.example', 'cia@nordic.example', 'anna@nordic.example']);
  });

  it('holds up no other when it cannot even be written, and an operator hears of it', async () => {
    const decision = {
      decision: 'reject',
      by: 'bo',
      institution: 'nordregio',
      round: 1,
      at: noon.toISOString(),
    } as const;
    const { ports, current } = await stored('rejected', { decision });
    const letter = vi.spyOn(letters, 'acknowledgement').mockImplementation(() => {
      throw new TypeError('a bug');
    });
    expect(await deliverOwedMails(ports, current)).toMatchObject({ kind: 'deferred', alarming: true });
    expect(ports.mailer.to()).toEqual([current.submitter.email]);
    letter.mockRestore();
    expect((await deliverOwedMails(ports, current)).kind).toBe('all');
    expect(ports.mailer.to()).toEqual([current.submitter.email, 'bo@nordic.example']);
  });

  it('is tried again after a minute, then after as long as it is late, and never later than in a quarter of an hour', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    ports.mailer.busy.add(current.submitter.email);
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const delivery = await deliverOwedMails(ports, current);
      if (delivery.kind !== 'deferred') throw new Error(delivery.kind);
      const wait = Date.parse(delivery.until) - ports.now().getTime();
      waits.push(wait / 60_000);
      ports.pass({ ms: wait });
    }
    expect(waits).toEqual([1, 1, 2, 4, 8, 15, 15]);
  });

  it('is no alarm while SES is busy for a while, but when that lasts, or when something is broken', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    const { email } = current.submitter;
    ports.mailer.busy.add(email);
    expect(await deliverOwedMails(ports, current)).toMatchObject({ alarming: false });
    ports.pass({ minutes: 61 });
    expect(await deliverOwedMails(ports, current)).toMatchObject({ alarming: true });
    const another = await stored('awaiting-confirmation');
    another.ports.mailer.failing.add(email);
    expect(await deliverOwedMails(another.ports, another.current)).toMatchObject({ alarming: true });
  });
});

describe('an address that takes no mail', () => {
  const factsOf = async ({ cases }: Services, id: string) => {
    const current = await cases.read(id);
    if (current === undefined) throw new Error(id);
    return (await cases.facts(current)).map(({ what, by }) => [what, by]);
  };

  it('of one of three moderators is noted as theirs, and the review goes on with the others', async () => {
    const { ports, current } = await stored('in-review', { reviewers: ['anna', 'bo', 'cia'] });
    ports.mailer.refused.add('anna@nordic.example');
    const delivery = await deliverOwedMails(ports, current);
    expect(delivery.kind).toBe('all');
    expect(ports.mailer.to()).toEqual(['bo@nordic.example', 'cia@nordic.example']);
    const stands = await readCase(ports, current.id);
    expect(stands).toMatchObject({ status: 'in-review', reviewers: ['anna', 'bo', 'cia'], question: current.question });
    expect(stands.parked).toBeUndefined();
    expect(await factsOf(ports, current.id)).toEqual([
      ['received', undefined],
      ['address-refused', 'anna'],
    ]);
    expect(JSON.stringify([stands.facts, stands.refused])).not.toContain('@');
  });

  it('is tried no more, until the moderator has another or an operator has moderators asked again', async () => {
    const { ports, current } = await stored('in-review');
    const send = vi.spyOn(ports.mailer, 'send');
    ports.mailer.refused.add('anna@nordic.example');
    const { case: noted } = await deliverOwedMails(ports, current);
    ports.mailer.refused.clear();
    await deliverOwedMails(ports, noted);
    expect(send.mock.calls.filter(([{ to }]) => to === 'anna@nordic.example')).toHaveLength(1);

    const moved = structuredClone(settings);
    for (const { moderators } of moved.institutions)
      for (const one of moderators) if (one.id === 'anna') Object.assign(one, { email: 'anna@moved.example' });
    await deliverOwedMails({ ...ports, settings: moved }, noted);
    expect(ports.mailer.to()).toEqual(['bo@nordic.example', 'anna@moved.example']);

    for (const again of [askAgain(noted, noon), resume({ ...noted, parked }, noon)]) {
      if (again.kind !== 'attended') throw new Error(again.kind);
      expect(again.next.refused).toEqual([]);
    }
  });

  it('of all who were asked lets the deputy be asked at once, then the lead institution', async () => {
    const housing = { ...content, themes: ['housing'] };
    const first = aCase('in-review');
    const { ports, current } = await stored('in-review', {
      reviewers: ['dan', 'eva'],
      round: { ...first.round, content: housing },
    });
    for (const id of ['dan', 'eva', 'fia', 'anna']) ports.mailer.refused.add(`${id}@nordic.example`);
    const delivery = await deliverOwedMails(ports, current);
    expect(delivery.kind).toBe('all');
    expect(ports.mailer.to()).toEqual(['bo@nordic.example']);
    expect(delivery.case).toMatchObject({ reviewers: ['dan', 'eva', 'fia', 'anna', 'bo'], question: current.question });
    expect(delivery.case.parked).toBeUndefined();
    expect(await factsOf(ports, current.id)).toEqual([
      ['received', undefined],
      ['address-refused', 'dan'],
      ['address-refused', 'eva'],
      ['asked-deputy', undefined],
      ['address-refused', 'fia'],
      ['asked-lead', undefined],
      ['address-refused', 'anna'],
    ]);
    expect(count).not.toHaveBeenCalled();
  });

  it('of everybody leaves the case to an operator, who hears of it', async () => {
    const { ports, current } = await stored('in-review');
    for (const id of ['anna', 'bo', 'cia']) ports.mailer.refused.add(`${id}@nordic.example`);
    const delivery = await deliverOwedMails(ports, current);
    expect(delivery.case).toMatchObject({
      status: 'in-review',
      parked: { why: 'moderators-unreachable' },
      driver: { phase: 'ended' },
    });
    expect(count).toHaveBeenCalledExactlyOnceWith('CasesParked');
    expect(await readCase(ports, current.id)).toEqual(delivery.case);
  });

  it('of a moderator whose mail is only deferred asks nobody else', async () => {
    const { ports, current } = await stored('in-review');
    ports.mailer.refused.add('anna@nordic.example');
    ports.mailer.busy.add('bo@nordic.example');
    const delivery = await deliverOwedMails(ports, current);
    expect(delivery).toMatchObject({ kind: 'deferred', case: { reviewers: ['anna', 'bo'] } });
    expect(delivery.case.parked).toBeUndefined();
  });

  it('of the submitter is noted, and parks nothing', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    ports.mailer.refused.add(current.submitter.email);
    const delivery = await deliverOwedMails(ports, current);
    expect(delivery.kind).toBe('all');
    expect(delivery.case).toMatchObject({ status: 'awaiting-confirmation', question: current.question });
    expect(delivery.case.parked).toBeUndefined();
    expect(isRefused(delivery.case, current.submitter.email)).toBe(true);
    expect(await factsOf(ports, current.id)).toContainEqual(['address-refused', undefined]);
  });
});
