import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClock } from '#infra/local/clock/clock.ts';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

const hour = 3_600_000;

describe('the clock', () => {
  let world: FixtureWorld;
  beforeAll(async () => {
    world = await bootFixture({ startTime: new Date('2030-01-01T00:00:00Z') });
    await world.rest();
  });
  afterAll(() => discard(world));

  const ticks = () => world.calls().filter((call) => call.caller.startsWith('Tick')).length;

  it('tells the simulated time', async () => {
    const before = world.now().getTime();
    const told = Date.parse((await (await world.get('/_local/clock')).json()).now);
    expect(new Date(told).getUTCFullYear()).toBe(2030);
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(world.now().getTime());
  });

  it('moves by a duration, posted as JSON or from a form', async () => {
    const before = world.now().getTime();
    const moved = await world.post('/_local/clock', { advance: 'PT1H' });
    expect(new Date((await moved.json()).now).getTime() - before).toBeGreaterThanOrEqual(hour);
    const form = await fetch(`${world.origin}/_local/clock`, {
      method: 'POST',
      body: new URLSearchParams({ advance: 'PT1H' }),
      redirect: 'manual',
    });
    expect([form.status, form.headers.get('location')]).toEqual([303, '/_local/']);
    expect(world.now().getTime() - before).toBeGreaterThanOrEqual(2 * hour);
  });

  it.each(['', '{}', '{"advance":"soon"}', '{"advance":"P1M"}', '{"advance":-3}', 'null'])(
    'refuses to move by %j',
    async (body) => {
      const before = world.now().getTime();
      expect((await world.post('/_local/clock', body)).status).toBe(400);
      expect(world.now().getTime() - before).toBeLessThan(hour);
    },
  );

  it('runs a recurring schedule at most once in six hours and once at the end', async () => {
    const before = ticks();
    await world.advance(24 * hour);
    expect(ticks() - before).toBeGreaterThanOrEqual(4);
    expect(ticks() - before).toBeLessThanOrEqual(5);
    const between = ticks();
    await world.advance(hour);
    expect(ticks() - between).toBe(1);
  });

  it('lets what it woke happen at its own time, in order', async () => {
    for (const [id, wait] of [
      ['late', 50 * 3600],
      ['early', 20 * 3600],
    ] as const)
      await world.post('/notes', { id, text: 'x', wait: String(wait) });
    await world.rest();
    const start = world.now().getTime();
    await world.advance(72 * hour);
    const finishedAt = async (id: string) =>
      Date.parse((await (await world.get(`/notes/${id}`)).json()).finishedAt.S) - start;
    expect(Math.round((await finishedAt('early')) / hour)).toBe(20);
    expect(Math.round((await finishedAt('late')) / hour)).toBe(50);
  });

  it('keeps its distance to the real time over a restart', async () => {
    const before = world.now().getTime();
    world = await world.restart();
    await world.rest();
    expect(world.now().getTime()).toBeGreaterThanOrEqual(before);
    expect(world.now().getTime() - before).toBeLessThan(hour);
  });
});

describe('a stopped clock', () => {
  it('wakes nobody any more, even when it is moved', () => {
    const clock = startClock(0);
    const woken: string[] = [];
    clock.at(clock.now() + hour, () => woken.push('asked before'));
    clock.stop();
    clock.at(clock.now() + hour, () => woken.push('asked after'));
    clock.moveTo(clock.now() + 2 * hour);
    expect([woken, clock.nextDue()]).toEqual([[], undefined]);
  });
});
