import { describe, expect, it, vi } from 'vitest';
import type { Decision } from '#shared/case/decision.ts';
import { driverName } from '#shared/case/driver.ts';
import { tellOutcome } from '#shared/moderation/tell-outcome.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const decision: Decision = {
  decision: 'reject',
  reason: 'duplicate',
  by: 'anna',
  institution: 'nordic_welfare_centre',
  round: 1,
  at: noon.toISOString(),
};

async function stored(status: Parameters<typeof aCase>[0], changes: Parameters<typeof aCase>[1] = {}) {
  const ports = useServices(tables);
  const current = aCase(status, { driver: { number: 1, phase: 'running', restarts: 0 }, ...changes });
  await ports.cases.create(current);
  return { ports, current, execution: driverName(current) };
}

describe('telling how it ended', () => {
  it('reaches the moderator and the submitter, and ends the driver', async () => {
    const { ports, current, execution } = await stored('rejected', { decision });
    expect(await tellOutcome(ports, current.id, execution)).toEqual({ next: 'rest', waitSeconds: 0 });
    expect(ports.mailer.to()).toEqual(['anna@nordic.example', current.round.content.contact.email]);
    const told = await readCase(ports, current.id);
    expect(told).toMatchObject({ told: true, driver: { phase: 'ended' } });
    expect(told.checkAt).toBeUndefined();
  });

  it('a second time tells nobody', async () => {
    const { ports, current, execution } = await stored('rejected', { decision });
    await tellOutcome(ports, current.id, execution);
    const told = await readCase(ports, current.id);
    await tellOutcome(ports, current.id, execution);
    expect(ports.mailer.sent).toHaveLength(2);
    expect(await readCase(ports, current.id)).toEqual(told);
  });

  it.each(['busy', 'failing'] as const)('does not wait for a mail that cannot leave now: %s', async (how) => {
    const { ports, current, execution } = await stored('rejected', { decision });
    ports.mailer[how].add('anna@nordic.example');
    expect(await tellOutcome(ports, current.id, execution)).toEqual({ next: 'rest', waitSeconds: 0 });
    expect(await readCase(ports, current.id)).toMatchObject({
      told: true,
      driver: { phase: 'ended' },
      checkAt: later(noon, { minutes: 1 }).toISOString(),
    });
    expect(ports.mailer.to()).toEqual([current.round.content.contact.email]);
  });

  it('is done with when the address of the submitter takes no mail', async () => {
    const { ports, current, execution } = await stored('rejected', { decision });
    ports.mailer.refused.add(current.submitter.email);
    await tellOutcome(ports, current.id, execution);
    const told = await readCase(ports, current.id);
    expect(told).toMatchObject({ told: true, driver: { phase: 'ended' } });
    expect(told.checkAt).toBeUndefined();
    expect(told.parked).toBeUndefined();
  });

  it('writes and mails nothing for a superseded driver', async () => {
    const rejected = await stored('rejected', { decision });
    expect((await tellOutcome(rejected.ports, rejected.current.id, `${rejected.current.id}-0`)).next).toBe('rest');
    expect(rejected.ports.mailer.sent).toEqual([]);
    expect(await readCase(rejected.ports, rejected.current.id)).toEqual(rejected.current);
  });

  it('mails nothing where nothing has ended, and leaves what is still to be done to a next driver', async () => {
    const { ports, current, execution } = await stored('in-review');
    expect((await tellOutcome(ports, current.id, execution)).next).toBe('ask-moderators');
    expect(ports.mailer.sent).toEqual([]);
    const { driver, checkAt, told } = await readCase(ports, current.id);
    expect({ driver, told }).toMatchObject({ driver: { number: 2, phase: 'starting' }, told: false });
    expect(checkAt).toBeDefined();
  });
});
