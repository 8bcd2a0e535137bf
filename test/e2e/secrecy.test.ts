import { beforeAll, describe, expect, test } from 'vitest';
import { whenDue } from '#shared/case/question.ts';
import { leaksIn, secretsOf } from '#test/support/secrecy.ts';
import { example, type LinkKind, linksIn } from '#test/support/story.ts';
import { day } from '#test/support/time.ts';
import { get, post, posted } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, submit, mails, advance, snapshot, world } = await startWorld();

/** Everything that must not leave the tables and the mails, gathered from a run through all that can happen. */
const secrets = new Map<string, string>();
let written = '';

beforeAll(async () => {
  const fields = { ...example('no-boligkontakten'), description: 'En setning som bare står her: rødbetesuppe.' };
  const revised = await begin(fields);
  await revised.confirm();
  await revised.decide({ decision: 'request-changes', comment: 'En kommentar om gulrøtter.' });
  const tokens = [...tokensIn(await snapshot())];
  await revised.revise(fields);
  await revised.approve();

  const rejected = await begin(example('se-fackliga-larcirklar'));
  await rejected.confirm();
  await rejected.decide({ decision: 'reject', reason: 'other', comment: 'Nej tack till rovor.' });
  await begin(example('fi-vertaistuki-ikaantyneille'));
  await submit({ ...example('dk-cykler-til-alle'), subject_line: 'x' });
  await submit({ title: 'Et forsøg på rosenkål', contact: { email: 'wrong@@address.example' } });
  const review = await revised.link('review');
  await get(review, { html: true });
  await post(review, { decision: 'reject', reason: 'other', contentHash: 'x', comment: 'For sent: persille.' });
  // Everybody who is asked has been reminded.
  await advance(Math.max(whenDue('confirm', 'remind'), whenDue('review', 'remind')) + day);

  for (const mail of await mails()) {
    for (const address of mail.to) secrets.set(address, 'an address');
    for (const kind of ['confirm', 'review', 'revise', 'status'] satisfies LinkKind[]) {
      for (const link of linksIn(mail, kind)) secrets.set(link.slice(-43), `the secret of a ${kind} link`);
    }
  }
  for (const token of [...tokens, ...tokensIn(await snapshot())]) secrets.set(token, 'a task token');
  for (const text of [
    'rødbetesuppe',
    'gulrøtter',
    'rovor',
    'rosenkål',
    'wrong@@address',
    'persille',
    'Torbjørn Aas',
    'Boligkontakten',
    'Fackliga lärcirklar',
    'Vertaistukea',
    'Cykler til alle',
  ]) {
    secrets.set(text, 'a text');
  }
  const lines = world.logs().map(({ line }) => line);
  const executions = world
    .executions()
    .map(({ name, input, output = '', error = '', cause = '' }) => ({ name, input, output, error, cause }));
  written = [...lines, ...executions.map((execution) => JSON.stringify(execution))].join('\n');
});

function tokensIn(kept: Awaited<ReturnType<typeof snapshot>>): Set<string> {
  const items = Object.values(kept.tables).flat().join('\n');
  return new Set([...items.matchAll(/"(?:token|wake)":\{"S":"([^"]{20,})"/g)].map(([, token = '']) => token));
}

describe('Logs and executions', () => {
  test('are there to be searched, as is what must not be in them', () => {
    expect(world.logs().length).toBeGreaterThan(50);
    expect(written).toContain('POST /review/{secret}');
    const kinds = new Set(secrets.values());
    for (const kind of [
      'an address',
      'a text',
      'a task token',
      'the secret of a confirm link',
      'the secret of a review link',
      'the secret of a revise link',
      'the secret of a status link',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  test('hold no secret, no token, no address and no text', () => {
    const found = [...secrets].filter(
      ([secret]) => written.includes(secret) || written.includes(encodeURIComponent(secret)),
    );
    expect(found.map(([secret, what]) => `${what}: ${secret.slice(0, 12)}`)).toEqual([]);
  });

  test('executions are given an id and nothing else', () => {
    for (const { input } of world.executions()) expect(Object.keys(JSON.parse(input))).toEqual(['submissionId']);
  });
});

describe('The search at the end of every world', () => {
  test.each([
    ['a text in a log', 'a text', (told: Told) => `{"message":"${told.comment}"}`],
    ['a text that was shortened', 'a text', (told: Told) => told.comment.slice(0, 24)],
    ['a text that was refused', 'a text', () => 'Et forsøg på rosenkål'],
    ['a text in an address', 'a text', (told: Told) => encodeURIComponent(told.comment)],
    ['an address', 'an address', (told: Told) => `to ${told.address}`],
    ['the secret of a link', 'the secret of a review link', (told: Told) => `GET ${new URL(told.link).pathname}`],
    ['a task token', 'a task token', (told: Told) => told.token],
  ])('finds %s', async (_, what, write) => {
    const kept = await snapshot();
    const all = secretsOf({ posted: posted(), mails: kept.mails, items: Object.values(kept.tables).flat() });
    const [token = ''] = tokensIn(kept);
    const [mail] = kept.mails.filter((one) => linksIn(one, 'review').length > 0);
    const [link = ''] = mail === undefined ? [] : linksIn(mail, 'review');
    const told = { comment: 'En kommentar om gulrøtter.', address: mail?.to[0] ?? '', link, token };
    expect(leaksIn(write(told), all)).toEqual([expect.stringContaining(`${what}: `)]);
    expect(leaksIn('{"level":"INFO","message":"POST /review/{secret}"}', all)).toEqual([]);
  });
});

interface Told {
  readonly comment: string;
  readonly address: string;
  readonly link: string;
  readonly token: string;
}

test('Tables hold no secret of any link, only its hash', async () => {
  const { tables } = await snapshot();
  const items = Object.values(tables).flat().join('\n');
  const found = [...secrets].filter(([secret, what]) => what.startsWith('the secret') && items.includes(secret));
  expect(found).toEqual([]);
});
