import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it, vi } from 'vitest';
import { newSecret } from '#shared/aws/system.ts';
import { type Arrival, admit } from '#shared/intake/gate.ts';
import { createGateStore } from '#shared/intake/gate-store.ts';
import { formShards, networkOf } from '#shared/intake/post-budget.ts';
import { challengeFor, challengeLife } from '#shared/intake/proof-of-work.ts';
import { later } from '#test/support/cases.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
const tables = useTables();
const perNetwork = 3;
const ample = 1_000_000;
const solved = async (challenge: Awaited<ReturnType<typeof challengeFor>>) => {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
};

let days = 0;
/** A gate on a day of its own, so that nothing is counted with what other tests posted. */
function aGate(perForm = { tenMinutes: ample, day: ample }) {
  days += 1;
  // The library that judges solutions looks at the clock itself.
  let time = new Date(new Date().setUTCHours(12, 0, 0, 0) + days * 86_400_000);
  const ports = {
    gate: createGateStore(tables.documents, submissionsTable, newSecret),
    limits: { perNetwork, perForm },
    now: () => time,
    pick: (below: number) => below - 1,
  };
  const arrival = { form: 'initiative', address: '192.0.2.1', mayBeHeld: false };
  const arrive = (changes: Partial<Arrival> = {}) => admit(ports, { ...arrival, ...changes });
  const pass = (ms: number) => {
    time = later(time, { ms });
  };
  const fill = async (count: number) => {
    for (let post = 0; post < count; post += 1) await arrive();
  };
  return { ports, arrive, pass, fill };
}

describe('posts from one network', () => {
  it('are taken up to a budget, then need a proof of work, until the ten minutes are over', async () => {
    const { arrive, fill, pass } = aGate();
    await fill(perNetwork - 1);
    expect(await arrive()).toMatchObject({ kind: 'admitted', rate: { quota: perNetwork, remaining: 0, seconds: 600 } });
    expect(await arrive()).toMatchObject({ kind: 'proof-of-work-required', retryAfter: 600 });
    expect((await arrive({ address: '192.0.2.2' })).kind).toBe('admitted');
    pass(600_000);
    expect((await arrive()).kind).toBe('admitted');
  });

  it('are refused over ten times that, with a proof or content to be held', async () => {
    const { arrive, fill, ports } = aGate();
    await fill(10 * perNetwork);
    const proof = await solved(await challengeFor(ports, 'initiative'));
    expect((await arrive({ proof, mayBeHeld: true })).kind).toBe('too-many');
  });

  it('are taken in all the same when they cannot be counted', async () => {
    const { ports } = aGate();
    const down = () => Promise.reject(new Error('down'));
    const arrival = { form: 'initiative', address: '192.0.2.1', mayBeHeld: false };
    expect((await admit({ ...ports, gate: { ...ports.gate, count: down } }, arrival)).kind).toBe('admitted');
    expect((await admit({ ...ports, gate: { ...ports.gate, dayKey: down } }, arrival)).kind).toBe('admitted');
    expect(JSON.stringify(errors.mock.calls)).not.toContain('192.0.2.1');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '192.0.2.7'],
  ])('are those of one address, or of 64 bits: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('posts of one form', () => {
  it.each([
    ['ten minutes', { tenMinutes: 2 * formShards, day: ample }],
    ['a day', { tenMinutes: ample, day: 2 * formShards }],
  ])('have a budget for %s, whatever network they come from', async (_what, perForm) => {
    const { arrive } = aGate(perForm);
    const kinds = [];
    for (let post = 1; post <= 3; post += 1) kinds.push((await arrive({ address: `192.0.2.${post}` })).kind);
    expect(kinds).toEqual(['admitted', 'admitted', 'proof-of-work-required']);
  });
});

describe('over the budget', () => {
  it('a solved challenge lets one post in, once', async () => {
    const { arrive, fill, ports } = aGate();
    await fill(perNetwork);
    const proof = await solved(await challengeFor(ports, 'initiative'));
    expect((await arrive({ proof })).kind).toBe('admitted');
    expect((await arrive({ proof })).kind).toBe('proof-of-work-required');
  });

  it('a challenge that is expired, of another form, altered, unsolved or none counts as none', async () => {
    const { arrive, fill, pass, ports } = aGate();
    await fill(perNetwork);
    const challenge = await challengeFor(ports, 'initiative');
    const other = await solved(await challengeFor(ports, 'question'));
    const proof = await solved(challenge);
    const payload = JSON.parse(Buffer.from(proof, 'base64').toString());
    const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } };
    const unsolved = { ...payload, solution: { counter: 0, derivedKey: '00' } };
    for (const bad of [other, written({ ...payload, challenge: easier }), written(unsolved), 'none', ''])
      expect((await arrive({ proof: bad })).kind).toBe('proof-of-work-required');
    pass(challengeLife + 1000);
    await fill(perNetwork);
    expect((await arrive({ proof })).kind).toBe('proof-of-work-required');
  });

  it('who is content with a person looking first is held', async () => {
    const { arrive, fill } = aGate();
    expect((await arrive({ mayBeHeld: true })).kind).toBe('admitted');
    await fill(perNetwork);
    expect((await arrive({ mayBeHeld: true })).kind).toBe('held');
  });

  it('a challenge is the harder the more is sent', async () => {
    const { fill, ports } = aGate({ tenMinutes: formShards, day: ample });
    const easy = await challengeFor(ports, 'initiative');
    await fill(5);
    expect((await challengeFor(ports, 'initiative')).parameters.cost).toBeGreaterThan(easy.parameters.cost);
  });
});

describe('the key of the day', () => {
  it('is one for everybody who needs it at once, and another tomorrow', async () => {
    const { ports } = aGate();
    const at = ports.now();
    const others = Array.from({ length: 5 }, () => createGateStore(tables.documents, submissionsTable, newSecret));
    const keys = await Promise.all(others.map(({ dayKey }) => dayKey('2030-01-01', at)));
    expect(new Set(keys).size).toBe(1);
    expect(await others[0]?.dayKey('2030-01-02', at)).not.toBe(keys[0]);
  });
});
