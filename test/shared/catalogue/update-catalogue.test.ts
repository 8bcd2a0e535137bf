import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { driverName } from '#shared/case/driver.ts';
import { publicationOfApproved } from '#shared/case/publication.ts';
import { type Acted, hideContact, withdraw } from '#shared/case/submitter-acts.ts';
import { updateCatalogue } from '#shared/catalogue/update-catalogue.ts';
import { aCase, aPublication, content, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

const tables = useTables();
const approvedAt = noon.toISOString();
const running = { number: 1, phase: 'running', restarts: 0 } as const;

async function approved(changes: Parameters<typeof aCase>[1] = {}) {
  const ports = useServices(tables);
  const current = aCase('approved', { driver: running, ...changes });
  await ports.cases.create(current);
  return { ports, current, execution: driverName(current) };
}

const openContent = { ...content, contact: { ...content.contact, public: true } };

/** A case in the catalogue with its contact shown; its driver has something to do again after the act. */
async function published(act: (current: Case) => Acted) {
  const start = await approved({
    round: { ...aCase().round, content: openContent },
    publication: { ...aPublication('approved'), showsContact: true },
  });
  const { ports, execution } = start;
  await updateCatalogue(ports, start.current.id, execution);
  const shown = await readCase(ports, start.current.id);
  const acted = act({ ...shown, driver: { ...running, phase: 'ended' } });
  if (acted.kind !== 'acted') throw new Error(acted.kind);
  await ports.cases.save(shown, acted.next);
  const current = await readCase(ports, shown.id);
  return { ports, current, execution: driverName(current) };
}

const entry = async (ports: ReturnType<typeof useServices>, id: string) => {
  const found = await ports.catalogue.read(id);
  return found.kind === 'public' ? found.initiative : undefined;
};

describe('publishing an approved round', () => {
  it('puts it into the catalogue, tells the bus, and calls it published', async () => {
    const { ports, current, execution } = await approved();
    expect((await updateCatalogue(ports, current.id, execution)).next).toBe('tell-outcome');
    expect(await entry(ports, current.id)).toMatchObject({
      id: current.id,
      kind: 'initiative',
      version: 1,
      title: content.title,
      publishedAt: approvedAt,
    });
    expect(ports.bus.told).toEqual([
      { id: current.id, kind: 'initiative', version: 1, url: `https://clearing.example/initiatives/${current.id}` },
    ]);
    expect(await readCase(ports, current.id)).toMatchObject({
      status: 'published',
      told: false,
      publication: { version: 1, publishedAt: approvedAt, edition: 1, shown: 1 },
    });
  });

  it('gives away no contact that was not made public, and never the consent', async () => {
    const { ports, current, execution } = await approved();
    await updateCatalogue(ports, current.id, execution);
    const shown = await entry(ports, current.id);
    expect(shown).not.toHaveProperty('contact');
    expect(shown).not.toHaveProperty('consent');
    const open = await approved({
      round: { ...current.round, content: openContent },
      publication: { ...aPublication('approved'), showsContact: true },
    });
    await updateCatalogue(open.ports, open.current.id, open.execution);
    expect(await entry(open.ports, open.current.id)).toHaveProperty('contact.name', 'Åsa Öberg');
  });

  it('that broke off before its last write is completed by a repeat, as the same version', async () => {
    const { ports, current, execution } = await approved();
    const noBus = () => Promise.reject(new Error('no bus'));
    const broken = { ...ports, bus: { ...ports.bus, initiativePublished: noBus } };
    await expect(updateCatalogue(broken, current.id, execution)).rejects.toThrow('no bus');
    expect(await readCase(ports, current.id)).toEqual(current);
    ports.pass({ days: 1 });
    await updateCatalogue(ports, current.id, execution);
    expect(await entry(ports, current.id)).toMatchObject({ version: 1, publishedAt: approvedAt });
    expect((await readCase(ports, current.id)).status).toBe('published');
  });

  it('a second time changes nothing and tells nobody', async () => {
    const { ports, current, execution } = await approved();
    await updateCatalogue(ports, current.id, execution);
    const before = await readCase(ports, current.id);
    expect((await updateCatalogue(ports, current.id, execution)).next).toBe('tell-outcome');
    expect(await readCase(ports, current.id)).toEqual(before);
    expect(ports.bus.told).toHaveLength(1);
  });

  it('is not for a superseded driver, nor for a case that is not approved', async () => {
    const { ports, current } = await approved();
    expect((await updateCatalogue(ports, current.id, `${current.id}-9`)).next).toBe('rest');
    const rejected = aCase('rejected');
    await ports.cases.create(rejected);
    expect((await updateCatalogue(ports, rejected.id, driverName(rejected))).next).toBe('tell-outcome');
    expect(await ports.catalogue.read(current.id)).toEqual({ kind: 'unknown' });
    expect(await ports.catalogue.read(rejected.id)).toEqual({ kind: 'unknown' });
    expect(ports.bus.told).toEqual([]);
  });

  it('shows the round that was approved while another is being worked on', async () => {
    const hidden = await published((current) => hideContact(current, later(noon, { days: 1 })));
    const { ports } = hidden;
    const second = { ...hidden.current.round, number: 2, content: { ...openContent, title: 'Not yet approved' } };
    await ports.cases.save(hidden.current, { ...hidden.current, round: second });
    await updateCatalogue(ports, hidden.current.id, hidden.execution);
    expect(await entry(ports, hidden.current.id)).toMatchObject({ title: content.title });
    expect(await entry(ports, hidden.current.id)).not.toHaveProperty('contact');
  });
});

describe('what was withdrawn', () => {
  it('leaves a tombstone without a word of the text, and the bus hears of it', async () => {
    const at = later(noon, { days: 1 });
    const { ports, current, execution } = await published((shown) => withdraw(shown, at));
    await updateCatalogue(ports, current.id, execution);
    const tombstone = { id: current.id, kind: 'initiative', version: 1, withdrawnAt: at.toISOString() };
    expect(await ports.catalogue.read(current.id)).toEqual({ kind: 'withdrawn', tombstone });
    expect(ports.bus.withdrawn).toEqual([{ id: current.id, kind: 'initiative', version: 1 }]);
    expect((await readCase(ports, current.id)).publication).toMatchObject({ edition: 2, shown: 2 });
    const { items } = await ports.catalogue.list(100);
    expect(items.map(({ id }) => id)).not.toContain(current.id);
  });

  it('is not brought back by a publication that comes late', async () => {
    const { ports, current, execution } = await approved();
    const late = await readCase(ports, current.id);
    await ports.cases.save(current, withdrawn(current).next);
    await updateCatalogue(ports, current.id, execution);
    expect(await ports.catalogue.read(current.id)).toMatchObject({ kind: 'withdrawn' });
    const stale = { ...ports, cases: { ...ports.cases, read: async () => late } };
    await updateCatalogue(stale, current.id, execution).catch(() => undefined);
    expect(await ports.catalogue.read(current.id)).toMatchObject({ kind: 'withdrawn' });
  });
});

function withdrawn(current: Case): { next: Case } {
  const acted = withdraw(current, noon);
  if (acted.kind !== 'acted') throw new Error(acted.kind);
  return acted;
}

describe('the publication of an approved round', () => {
  it('keeps the id and the date of the first version and counts on', () => {
    const earlier = { ...aPublication(), id: 'entry', version: 3, publishedAt: '2020-01-01T00:00:00.000Z' };
    expect(publicationOfApproved(aCase('in-review', { publication: earlier }), noon)).toMatchObject({
      id: 'entry',
      version: 4,
      publishedAt: '2020-01-01T00:00:00.000Z',
      updatedAt: noon.toISOString(),
      edition: 2,
      shown: 1,
    });
  });

  it('has an id that tells nothing of the submission, the same however often it is made', () => {
    const first = aCase('in-review', { salt: 'a'.repeat(32) });
    const { id } = publicationOfApproved(first, noon);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(id).not.toBe(first.id);
    expect(publicationOfApproved(first, noon).id).toBe(id);
    expect(publicationOfApproved({ ...first, salt: 'b'.repeat(32) }, noon).id).not.toBe(id);
  });

  it('shows no contact that was hidden after the round was posted', () => {
    const round = { ...aCase().round, content: openContent };
    const publication = { ...aPublication(), contactHiddenAt: later(noon, { days: 1 }).toISOString() };
    expect(publicationOfApproved(aCase('in-review', { round, publication }), noon).showsContact).toBe(false);
    const since = { ...round, postedAt: later(noon, { days: 2 }).toISOString() };
    expect(publicationOfApproved(aCase('in-review', { round: since, publication }), noon).showsContact).toBe(true);
  });
});
