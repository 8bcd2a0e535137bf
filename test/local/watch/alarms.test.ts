import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

describe('an alarm', () => {
  let world: FixtureWorld;
  beforeAll(async () => {
    // The beginning of a period: what happens at once falls into one.
    world = await bootFixture({ startTime: new Date('2030-01-01T00:00:00Z') });
  });
  afterAll(() => discard(world));

  const alarmMails = () => world.mails().filter((mail) => mail.from === 'no-reply@sns.local');

  it('that goes off mails its description to the subscribers of its topic, once until it is over', async () => {
    await world.advance(3_600_000);
    const before = alarmMails().length;
    const mails = () => alarmMails().slice(0, alarmMails().length - before);
    await world.post('/fail', {});
    await world.post('/fail', {});
    expect(mails().map((mail) => [mail.subject.replace(/[0-9A-F]{8}"/, '"'), mail.text, mail.to])).toEqual([
      [
        'ALARM: "FunctionErrors" in eu-north-1',
        'A function failed. Runbook: look at its log.',
        ['operator@example.org'],
      ],
      ['ALARM: "ParkedNote" in eu-north-1', 'A note is parked.', ['operator@example.org']],
    ]);
    await world.advance(3_600_000);
    await world.post('/fail', {});
    expect(mails()).toHaveLength(4);
  });

  it('on the errors of the API sees what its callers see', async () => {
    const texts = () => alarmMails().map((mail) => mail.text);
    await world.advance(3_600_000);
    const before = texts().filter((text) => text === 'The API answers with errors.').length;
    for (let times = 0; times < 3; times += 1) expect((await world.get('/echo?throw')).status).toBe(500);
    expect(texts().filter((text) => text === 'The API answers with errors.')).toHaveLength(before + 1);
  });
});
