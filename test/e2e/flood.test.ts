import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { mailBudgets } from '#shared/moderation/mail-budget.ts';
import { isWhole } from '#test/proofs/extent.ts';
import { solve } from '#test/support/proof-of-work.ts';
import { example, Receipt } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

/** `npm run proofs -- --all` floods a stage with its real limits; `npm test` a smaller one with smaller ones. */
const flood = isWhole
  ? { posts: 2000, networks: 516, atOnce: 16, perVictim: 200 }
  : { posts: 90, networks: 30, atOnce: 6, perVictim: 30 };
const { begin, follow, mails, advance, world, invokeAsOperator } = await startWorld(
  isWhole ? {} : { posts: { perNetwork: 2, perForm: { tenMinutes: 64, day: 20_000 } } },
);
const address = `${world.origin}/v1/forms/initiative/submissions`;
const stranger = 'stranger@example.org';
const known = 'known@municipality.example';
const from = (network: number) => ({
  headers: { 'x-forwarded-for': `2001:db8:0:${network.toString(16)}::${network + 1}` },
});
const someone = (email: string) => {
  const sent = example('se-oppen-forskola-pa-fem-sprak');
  return { ...sent, contact: { ...sent.contact, email } };
};

/** What one post of the flood names as its contact: the stranger, the known address, or anybody. */
function contactOf(number: number): string {
  if (number < flood.perVictim) return number % 2 === 0 ? stranger : `stranger+${number}@example.org`;
  return number < 2 * flood.perVictim ? known : `anybody-${number}@example.org`;
}

/** Posts, and where a proof of work is asked for, posts once more for somebody to look first. */
async function attack(number: number): Promise<string> {
  const network = from(number % flood.networks);
  const answer = await post(address, someone(contactOf(number)), network);
  if (answer.status !== 429) return String(answer.status);
  const again = await post(address, { ...someone(contactOf(number)), _hold: '1' }, network);
  return again.status === 202 ? 'held' : String(again.status);
}

test(
  'A flood mails no stranger at will, disturbs no moderator and shuts nobody out',
  async () => {
    const challengeUrl = `${world.origin}/v1/challenge?form=initiative`;
    expect((await get(challengeUrl)).status).toBe(200);
    const own = await begin(someone(known));
    await own.confirm();

    const left = Array.from({ length: flood.posts }, (_, number) => number);
    const ends: string[] = [];
    const send = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) ends.push(await attack(next));
    };
    await Promise.all(Array.from({ length: flood.atOnce }, send));
    expect(new Set(ends)).toEqual(new Set(['202', 'held']));

    // Two people behind a network that is over its budget: one with a program or a script, one without.
    const crowded = from(0);
    const { json: challenge } = await get(challengeUrl, crowded);
    const withScript = await post(
      address,
      { ...someone('with@script.example'), altcha: await solve(challenge) },
      crowded,
    );
    expect(withScript.status).toBe(202);
    const withoutScript = await post(address, { ...someone('without@script.example'), _hold: '1' }, crowded);
    expect(withoutScript.status).toBe(202);
    await world.rest();
    const first = follow(Receipt.parse(withScript.json), 'with@script.example');
    await first.confirm();
    const second = follow(Receipt.parse(withoutScript.json), 'without@script.example');
    if ((await second.progress()).status === 'spam') {
      expect((await second.progress()).next.what).toBe('operator');
      const { id: submissionId } = Receipt.parse(withoutScript.json);
      const event = { act: 'release', submissionId };
      expect(await invokeAsOperator('AttendCase', event)).toMatchObject({ outcome: 'attended' });
    }
    await second.confirm();

    await advance('P9D');
    const toStranger = (await mails()).filter(({ to }) => to.some((one) => /^stranger(\+\d+)?@/.test(one)));
    const toKnown = (await mails(known)).filter(({ text }) => !text.includes(own.reference));
    expect(toStranger.length).toBeGreaterThan(0);
    expect(toStranger.length).toBeLessThanOrEqual(mailBudgets.unknown.perWeek);
    expect(toKnown.length).toBeGreaterThan(mailBudgets.unknown.perWeek);
    expect(toKnown.length).toBeLessThanOrEqual(mailBudgets.known.perWeek);

    const reviews = (await mails()).filter(({ text }) => text.includes('/review/'));
    const real = [own.reference, ...[withScript, withoutScript].map(({ json }) => Receipt.parse(json).reference)];
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.filter(({ text }) => !real.some((reference) => text.includes(reference)))).toEqual([]);

    const Listed = z.object({ cases: z.array(z.object({ status: z.optional(z.string()) })) });
    const held = Listed.parse(await invokeAsOperator('AttendCase', { act: 'list-held' }));
    expect(held.cases.length).toBeGreaterThan(0);
  },
  isWhole ? 3_600_000 : 600_000,
);
