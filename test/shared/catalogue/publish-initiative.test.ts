import { describe, expect, it } from 'vitest';
import type { Decision } from '#shared/case/decision.ts';
import { driverName } from '#shared/case/driver.ts';
import { versionOf } from '#shared/catalogue/initiative.ts';
import { publishInitiative } from '#shared/catalogue/publish-initiative.ts';
import { aCase, content, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

const tables = useTables();
const decidedAt = later(noon, { days: -1 }).toISOString();
const decision: Decision = {
  decision: 'approve',
  by: 'anna',
  institution: 'nordic_welfare_centre',
  round: 1,
  at: decidedAt,
};

async function approved(changes: Parameters<typeof aCase>[1] = {}) {
  const ports = useServices(tables);
  const current = aCase('approved', { decision, driver: { number: 1, phase: 'running', restarts: 0 }, ...changes });
  await ports.cases.create(current);
  return { ports, current, execution: driverName(current) };
}

describe('publishing an approved round', () => {
  it('puts it into the catalogue, tells the bus, and calls it published', async () => {
    const { ports, current, execution } = await approved();
    expect((await publishInitiative(ports, current.id, execution)).next).toBe('tell-outcome');
    expect(await ports.catalogue.read(current.id)).toMatchObject({
      id: current.id,
      kind: 'initiative',
      version: 1,
      title: content.title,
      publishedAt: decidedAt,
    });
    expect(ports.bus.told).toEqual([
      { id: current.id, kind: 'initiative', version: 1, url: `https://clearing.example/initiatives/${current.id}` },
    ]);
    expect(await readCase(ports, current.id)).toMatchObject({
      status: 'published',
      told: false,
      publication: { version: 1, publishedAt: decidedAt },
    });
  });

  it('gives away no contact that was not made public, and never the consent', async () => {
    const { ports, current, execution } = await approved();
    await publishInitiative(ports, current.id, execution);
    const shown = await ports.catalogue.read(current.id);
    expect(shown).not.toHaveProperty('contact');
    expect(shown).not.toHaveProperty('consent');
    const open = await approved({
      round: { ...current.round, content: { ...content, contact: { ...content.contact, public: true } } },
    });
    await publishInitiative(open.ports, open.current.id, open.execution);
    expect(await ports.catalogue.read(open.current.id)).toHaveProperty('contact.name', 'Åsa Öberg');
  });

  it('that broke off before its last write is completed by a repeat, as the same version', async () => {
    const { ports, current, execution } = await approved();
    const broken = { ...ports, bus: { initiativePublished: () => Promise.reject(new Error('no bus')) } };
    await expect(publishInitiative(broken, current.id, execution)).rejects.toThrow('no bus');
    expect(await readCase(ports, current.id)).toEqual(current);
    ports.pass({ days: 1 });
    await publishInitiative(ports, current.id, execution);
    expect(await ports.catalogue.read(current.id)).toMatchObject({ version: 1, publishedAt: decidedAt });
    expect((await readCase(ports, current.id)).status).toBe('published');
  });

  it('a second time changes nothing and tells nobody', async () => {
    const { ports, current, execution } = await approved();
    await publishInitiative(ports, current.id, execution);
    const published = await readCase(ports, current.id);
    expect((await publishInitiative(ports, current.id, execution)).next).toBe('tell-outcome');
    expect(await readCase(ports, current.id)).toEqual(published);
    expect(ports.bus.told).toHaveLength(1);
  });

  it('is not for a superseded driver, nor for a case that is not approved', async () => {
    const { ports, current } = await approved();
    expect((await publishInitiative(ports, current.id, `${current.id}-9`)).next).toBe('rest');
    const rejected = aCase('rejected');
    await ports.cases.create(rejected);
    expect((await publishInitiative(ports, rejected.id, driverName(rejected))).next).toBe('tell-outcome');
    expect(await ports.catalogue.read(current.id)).toBeUndefined();
    expect(await ports.catalogue.read(rejected.id)).toBeUndefined();
    expect(ports.bus.told).toEqual([]);
  });
});

describe('a later version', () => {
  it('keeps the date of the first and counts on', () => {
    const again = aCase('approved', { decision, publication: { version: 3, publishedAt: '2020-01-01T00:00:00.000Z' } });
    expect(versionOf(again)).toMatchObject({
      version: 4,
      publishedAt: '2020-01-01T00:00:00.000Z',
      updatedAt: decidedAt,
    });
  });
});
