import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { stepsOf, windowOf } from '#shared/case/question.ts';
import { readRepository } from '#test/documents/repository.ts';
import { commandsIn } from '#test/judges/documented-commands.ts';
import { example, Receipt, type Story } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';

/** `npm run ops` as a process, as an operator runs it, against a service on this machine. */

const { world, submit, begin, follow, advance, refuseMailTo, snapshot, dynamodbAsOperator, tableNamed } =
  await startWorld();
const root = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'operator-'));
afterAll(() => rmSync(home, { recursive: true }));
const hour = 3_600_000;

async function ops(line: string, env: Record<string, string> = { AWS_ENDPOINT_URL: world.awsEndpoint }) {
  const args = [join(root, 'infra/operator/main.ts'), ...line.split(' ').filter(Boolean)];
  // Without AWS's metadata service, which a machine in an account would ask for credentials.
  const around = { PATH: process.env['PATH'], HOME: home, AWS_EC2_METADATA_DISABLED: 'true', AWS_MAX_ATTEMPTS: '1' };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...around, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  await world.rest();
  return { code, out, err };
}

const Shown = z.object({
  case: z.looseObject({ status: z.string(), facts: z.array(z.looseObject({ what: z.string() })) }),
});
async function shown(id: string) {
  const { out } = await ops(`show ${id} --json`);
  return Shown.parse(JSON.parse(out)).case;
}

async function held(): Promise<Story> {
  const fields = { ...example('no-bygda-tek-imot'), subject_line: 'Hello' };
  return follow(Receipt.parse((await submit(fields)).json), fields.contact.email);
}

async function inReview(): Promise<Story> {
  const story = await begin(example('dk-cykler-til-alle'));
  await story.confirm();
  return story;
}

describe('To look', () => {
  test('list names what waits and what is held, and show tells all but what was sent in', async () => {
    const waiting = await inReview();
    const spam = await held();
    const list = await ops('list');
    expect(list).toMatchObject({ code: 0, err: '', out: expect.stringMatching(`${waiting.id} .*in-review`) });
    expect(list.out).not.toContain(spam.id);
    expect((await ops('list --what parked')).out).not.toContain(waiting.id);
    expect((await ops('list --what held')).out).toMatch(new RegExp(`${spam.id} .*spam +screening`));
    const { out } = await ops('list --what held --json');
    expect(JSON.parse(out)).toMatchObject({
      cases: expect.arrayContaining([expect.objectContaining({ submissionId: spam.id })]),
    });

    const { title, contact } = example('no-bygda-tek-imot');
    const without = await ops(`show ${spam.id}`);
    expect(without).toMatchObject({ code: 0, out: expect.stringContaining('honeypot') });
    for (const word of [title, contact.name]) expect(without.out).not.toContain(word);
    expect((await ops(`show ${spam.id} --content`)).out).toContain(title);
    expect((await ops(`show ${waiting.id}`)).out).toMatch(/asked-moderators, round 1.*review\/1/s);
    expect(await ops(`show ${waiting.id} --json`)).toMatchObject({ out: expect.not.stringContaining('token') });
  });

  test('find names the cases of a reference or of an address, whether there are others or not', async () => {
    const story = await inReview();
    const line = `${story.id}  ${story.reference}  in-review\n`;
    expect(await ops(`find ${story.reference}`)).toMatchObject({ code: 0, out: line });
    expect((await ops(`find ${story.reference.replace('-', '').toLowerCase()}`)).out).toBe(line);
    expect((await ops(`find ${story.submitter.toUpperCase()}`)).out).toBe(line);
    expect(JSON.parse((await ops(`find ${story.submitter} --json`)).out)).toMatchObject({
      found: [{ submissionId: story.id }],
    });
    expect(await ops('find nobody@municipality.example')).toMatchObject({ code: 3, out: '' });
  });

  test('audit checks the history, the texts and the mails, and stops where something was altered', async () => {
    const story = await inReview();
    await story.decide({ decision: 'request-changes', comment: 'Fortæl om vinteren.' });
    await story.revise({ ...example('dk-cykler-til-alle'), title: 'Cykler til alle, også om vinteren' });
    const whole = await ops(`audit ${story.id}`);
    expect(whole).toMatchObject({ code: 0, err: '' });
    const facts = whole.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(facts).toContainEqual(expect.objectContaining({ what: 'revised', seal: expect.any(String) }));
    expect(facts[0].mark).toBe(`${story.reference} ${facts[0].hash.slice(0, 12)}`);
    expect((await ops(`audit ${story.id} --json`)).out).not.toContain('salt');

    const TableName = tableNamed('Submissions');
    const key = { pk: { S: story.id }, sk: { S: 'audit#000002' } };
    const alter = { TableName, Key: key, UpdateExpression: 'SET #at = :at' };
    const values = {
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': { S: '2001-01-01' } },
    };
    await dynamodbAsOperator().send(new UpdateItemCommand({ ...alter, ...values }));
    const altered = await ops(`audit ${story.id}`);
    expect(altered).toMatchObject({ code: 4, err: 'Broken: fact 2 was altered.\n' });
    expect(altered.out.trim().split('\n')).toHaveLength(1);
    expect((await ops('audit none')).code).toBe(3);
  });

  test('audit finds a mail that is owed and not noted, and follows a case that was erased', async () => {
    const story = await inReview();
    const [moderator = ''] = await story.moderators();
    const { out } = await ops(`show ${story.id} --json`);
    const sent = z.object({ case: z.object({ mails: z.array(z.string()) }) }).parse(JSON.parse(out)).case.mails;
    expect(moderator).not.toBe('');
    const review = sent.find((mail) => mail.startsWith('review/1/')) ?? 'none';
    const Key = { pk: { S: story.id }, sk: { S: `notice#${review}` } };
    await dynamodbAsOperator().send(new DeleteItemCommand({ TableName: tableNamed('Submissions'), Key }));
    expect(await ops(`audit ${story.id}`)).toMatchObject({
      code: 4,
      err: `A mail is owed and not noted: ${review}.\n`,
    });
    await ops(`erase ${story.id}`);
    await advance(2 * hour);
    expect(await ops(`audit ${story.id}`)).toMatchObject({ code: 0, out: expect.stringContaining('"what":"erased"') });
  });

  test('route says offline who is asked, who is left out and why, and when others are', async () => {
    const file = join(home, 'own.json');
    const own = { ...example('se-fackliga-larcirklar'), organisation: 'Nordregio' };
    writeFileSync(file, JSON.stringify(own));
    const nothingRuns = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
    const route = await ops(`route ${file}`, nothingRuns);
    expect(route).toMatchObject({ code: 0, err: '' });
    expect(route.out).toMatch(/^It would go to (?!nordregio)\w+, where 1 must approve\.\nAsked: .+\n/);
    expect(route.out).toMatch(/Left out: \S+ \(nordregio\), as it comes from an organisation of theirs\./);
    for (const { kind } of stepsOf('review'))
      expect((await ops(`route ${file} --json`, nothingRuns)).out).toContain(kind);
    const usual = await ops('route events/examples/se-fackliga-larcirklar.json', nothingRuns);
    expect(usual.out).toMatch(/^It would go to nordregio/);
    expect((await ops('route nowhere.json', nothingRuns)).code).toBe(3);
    writeFileSync(file, '{"title":"x"}');
    expect(await ops(`route ${file}`, nothingRuns)).toMatchObject({
      code: 4,
      err: expect.stringContaining('/summary required'),
    });
  });

  test('output names what only a deployment knows', async () => {
    expect(await ops('output')).toMatchObject({ code: 0, out: expect.stringContaining('SubmissionsTableName') });
    expect(await ops('output Origin')).toMatchObject({ code: 0, out: `${world.origin}\n` });
    expect(await ops('output Nothing')).toMatchObject({ code: 3, out: '' });
  });

  test('help is there for every command', async () => {
    const { code, out } = await ops('--help');
    expect(code).toBe(0);
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]+) .*/gm)].map(([, name = '']) => name);
    expect(commands).toContain('ask-again');
    for (const command of commands)
      expect(await ops(`${command} --help`)).toMatchObject({ code: 0, out: expect.stringContaining('--dry-run') });
  });
});

describe('To act', () => {
  test('a dry run says what would be done and changes nothing; the act does it once, under its name', async () => {
    const spam = await held();
    const before = await snapshot();
    expect(await ops(`release ${spam.id} --dry-run`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('would be received'),
    });
    expect(await snapshot()).toEqual(before);
    expect(await ops(`release ${spam.id} --json`)).toMatchObject({
      code: 0,
      out: '{"outcome":"attended","status":"received"}\n',
    });
    expect(await spam.mails()).toHaveLength(1);
    const { facts } = await shown(spam.id);
    const by = userInfo().username.replaceAll(/[^\w.-]/g, '-');
    expect(facts).toContainEqual(expect.objectContaining({ what: 'released', by }));
    const again = await ops(`release ${spam.id} --json`);
    expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/^Nothing to do: It is not held\. .*\n$/) });
    expect(JSON.parse(again.out)).toMatchObject({ outcome: 'nothing-to-do' });
  });

  test('ask-again asks anew, but not while a decision can be taken back', async () => {
    const story = await inReview();
    const [moderator = ''] = await story.moderators();
    expect((await ops(`ask-again ${story.id}`)).code).toBe(0);
    expect(await story.mails(moderator)).toHaveLength(2);
    await story.vote({ decision: 'approve' });
    const refused = await ops(`ask-again ${story.id}`);
    expect(refused).toMatchObject({
      code: 4,
      err: expect.stringMatching(/^Refused: it is decided, and final at 2\S+Z\. .*\n$/),
    });
  });

  test('resend mails the links anew, at most so often, also where the address took none before', async () => {
    const fields = example('is-islenska-a-vinnutima');
    await refuseMailTo(fields.contact.email, 'MessageRejected');
    const story = await begin(fields);
    expect(await story.mails()).toEqual([]);
    await refuseMailTo(fields.contact.email);
    expect((await ops(`resend ${story.id}`)).code).toBe(0);
    await advance('PT2M');
    expect((await story.mails()).length).toBeGreaterThan(0);
    await story.confirm();
    for (const code of [0, 0, 4]) expect((await ops(`resend ${story.id}`)).code).toBe(code);
  });

  test('withdraw takes a case back, and not twice', async () => {
    const story = await inReview();
    for (const code of [0, 1]) expect((await ops(`withdraw ${story.id}`)).code).toBe(code);
    expect(await story.progress()).toMatchObject({ status: 'withdrawn' });
    expect((await ops(`withdraw ${(await held()).id}`)).code).toBe(4);
  });

  test('erase erases unless the case is on hold, and what was erased is said to be', async () => {
    const story = await inReview();
    for (const code of [0, 1]) expect((await ops(`hold ${story.id}`)).code).toBe(code);
    for (const code of [0, 1]) expect((await ops(`erase ${story.id}`)).code).toBe(code);
    await advance(2 * hour);
    expect(await shown(story.id)).toMatchObject({ status: 'withdrawn' });
    for (const code of [0, 1]) expect((await ops(`unhold ${story.id}`)).code).toBe(code);
    await advance(2 * hour);
    expect(await ops(`show ${story.id}`)).toMatchObject({ code: 1, err: 'Nothing to do: this case was erased.\n' });
  });

  test('drop erases what is held at once, and nothing else', async () => {
    const [spam, real] = [await held(), await inReview()];
    expect((await ops(`drop ${spam.id} --dry-run`)).code).toBe(0);
    for (const code of [0, 1]) expect((await ops(`drop ${spam.id}`)).code).toBe(code);
    await advance(hour);
    expect((await ops(`drop ${spam.id}`)).err).toContain('was erased');
    expect(await ops(`drop ${real.id}`)).toMatchObject({ code: 4, err: expect.stringContaining('It is not held.') });
  });

  test('resume sends parked cases on their way: one, or all of a reason', async () => {
    const [one, another] = [await inReview(), await inReview()];
    expect(await ops(`resume ${one.id}`)).toMatchObject({ code: 1, err: expect.stringContaining('It is not parked.') });
    const since = world.now().toISOString();
    await advance(windowOf('review') + hour);
    expect((await ops('list --what parked')).out).toContain(one.id);
    expect((await ops(`resume ${one.id}`)).code).toBe(0);
    const all = `resume --all --why moderators-silent --since ${since}`;
    const before = await snapshot();
    expect(await ops(`${all} --dry-run`)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Dry run: \d+ would be/),
    });
    expect(await snapshot()).toEqual(before);
    expect((await ops(all)).code).toBe(0);
    expect(await shown(another.id)).not.toHaveProperty('parked');
    expect(await ops(all)).toMatchObject({ code: 1, err: 'Resumed: 0.\n' });
  });
});

describe('What the runbook says to type', () => {
  const documented = commandsIn(readRepository().documents.values()).ops;
  const id = '<id>';

  test.each(documented.filter((command) => command.includes(id)))('is understood: %s', async (command) => {
    const story = await inReview();
    expect((await ops(`${command.replace(id, story.id)} --dry-run`)).err).toMatch(
      /^(Nothing to do: .*\n|Refused: .*\n|)$/,
    );
  });

  test.each(documented.filter((command) => !command.includes('<')))('is understood: %s', async (command) => {
    expect([0, 1]).toContain((await ops(`${command.replace('DeadLettersUrl', 'Origin')} --dry-run`)).code);
  });
});

describe('A mistake is one line that says what to do, and changes nothing', () => {
  const there = { AWS_ENDPOINT_URL: world.awsEndpoint, AWS_REGION: 'eu-north-1' };
  const keys = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' };
  const refusing = createServer((_, response) => {
    const error = '<ErrorResponse><Error><Code>AccessDenied</Code><Message>No.</Message></Error></ErrorResponse>';
    response.writeHead(403, { 'content-type': 'text/xml' }).end(error);
  });
  afterAll(() => refusing.close());
  const denied = async () => {
    if (!refusing.listening) await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const address = z.object({ port: z.int() }).parse(refusing.address());
    return { AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}` };
  };

  const mistakes: [what: string, line: string, code: number, said: RegExp, env?: () => Promise<object> | object][] = [
    ['an id that is none', 'show none', 3, /There is no case none in this stage\./],
    ['an id that is none, to be erased', 'erase none', 3, /There is no case none/],
    ['an id that no table takes', `release ${'a'.repeat(101)}`, 2, /1 to 100 characters/],
    ['two ways at once', 'resume none --all', 2, /Name one case, or say --all/],
    ['a time that is none', 'resume --all --why workflow-failed --since yesterday', 2, /--since as a time/],
    [
      'a stage that is not deployed there',
      'list --stage prod',
      4,
      /no stack ClearingCentre-prod .*--stage/,
      () => keys,
    ],
    ['no credentials', 'list --stage prod', 4, /no credentials for AWS\. Log in/],
    [
      'no rights',
      'list --stage prod',
      4,
      /may not do that\. They need/,
      async () => ({ ...keys, ...(await denied()) }),
    ],
    ['nothing that runs', 'list', 4, /npm start/, () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })],
    ['no region', 'list --stage prod', 4, /export AWS_REGION/, () => ({ ...keys, AWS_REGION: '' })],
  ];

  test.each(mistakes)('%s', async (_, line, code, said, env = () => ({})) => {
    const before = await snapshot();
    const ended = await ops(line, { ...there, ...(await env()) });
    expect(ended).toMatchObject({ code, out: '', err: expect.stringMatching(said) });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
    expect(await snapshot()).toEqual(before);
  });

  test.each(['lisst', 'list --what all', 'list --stage moon', 'show', 'show a b', 'resume --all --why nothing'])(
    'a command that there is not: %s',
    async (line) => {
      expect(await ops(line)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^error: /) });
    },
  );
});
