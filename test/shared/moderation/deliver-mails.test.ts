import { describe, expect, it, vi } from 'vitest';
import { deliverOwedMails } from '#shared/moderation/deliver-mails.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { openReview } from '#shared/moderation/review.ts';
import { aCase, noon } from '#test/support/cases.ts';
import { useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

const tables = useTables();
const log = vi.spyOn(console, 'error').mockImplementation(() => {});

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

  it('reaches the others when one address fails, and on a repeat sends only what is missing', async () => {
    const { ports, current } = await stored('in-review', { reviewers: ['anna', 'bo', 'cia'] });
    ports.mailer.refused.add('anna@nordic.example');
    await expect(deliverOwedMails(ports, current)).rejects.toThrow('does not exist');
    expect(ports.mailer.to()).toEqual(['bo@nordic.example', 'cia@nordic.example']);
    ports.mailer.refused.clear();
    await deliverOwedMails(ports, current);
    expect(ports.mailer.to()).toEqual(['bo@nordic.example', 'cia@nordic.example', 'anna@nordic.example']);
  });

  it('writes to the address that was confirmed, also when a revision names another contact', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    const contact = { ...current.round.content.contact, email: 'somebody.else@example.org' };
    const revised = { ...current, round: { ...current.round, content: { ...current.round.content, contact } } };
    await deliverOwedMails(ports, revised);
    expect(ports.mailer.to()).toEqual([current.submitter.email]);
  });

  it('logs no address and no text of a failure', async () => {
    const { ports, current } = await stored('awaiting-confirmation');
    log.mockClear();
    ports.mailer.refused.add(current.round.content.contact.email);
    await expect(deliverOwedMails(ports, current)).rejects.toThrow();
    const logged = JSON.stringify(log.mock.calls);
    expect(logged).toContain(current.id);
    for (const secret of [
      current.round.content.contact.email,
      current.round.content.title,
      'The address does not exist',
    ])
      expect(logged).not.toContain(secret);
  });

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
