import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SESv2Client, SendEmailCommand, TooManyRequestsException } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FunctionPath } from '#infra/functions.ts';
import type { Case } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import type { Decision } from '#shared/case/decision.ts';
import type { Status } from '#shared/case/status.ts';
import { aCase, content, noon } from '#test/support/cases.ts';
import { coldStart, environment, example, type Handler } from '#test/support/functions.ts';
import { settings } from '#test/support/services.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

vi.mock('#shared/moderation/settings.ts', async (original) => ({
  ...(await original<typeof import('#shared/moderation/settings.ts')>()),
  readSettings: () => settings,
}));
vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

const tables = useTables();
const ses = mockClient(SESv2Client);
const events = mockClient(EventBridgeClient);
beforeEach(() => {
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
  events.reset();
  events.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

const start = (name: string): Promise<Handler> =>
  coldStart(`moderation/${name}` as FunctionPath, { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint });
const cases = () => createCaseStore(tables.documents, submissionsTable);
const running = { number: 1, phase: 'running', restarts: 0 } as const;
const decision: Decision = {
  decision: 'approve',
  by: 'anna',
  institution: 'nordic_welfare_centre',
  round: 1,
  at: noon.toISOString(),
};

async function stored(status: Status, changes: Partial<Case> = {}) {
  const current = aCase(status, { driver: running, ...changes });
  await cases().create(current);
  // Whoever was never asked does not lapse.
  if (status === 'awaiting-confirmation')
    await cases().noteMail(current.id, 'confirm/1', { kind: 'published', at: current.createdAt, messageId: 'm' });
  return current;
}
const read = async ({ id }: Case) => {
  const current = await cases().read(id);
  if (current === undefined) throw new Error('The case is gone');
  return current;
};
const receivers = () =>
  ses.commandCalls(SendEmailCommand).flatMap((call) => call.args[0].input.Destination?.ToAddresses ?? []);

/** The task of an example payload, about this case and as its driver. */
function taskFor({ id }: Case, name: string, payload = 'task', driver = 1) {
  return { ...example(`moderation/${name}` as FunctionPath, payload), submissionId: id, execution: `${id}-${driver}` };
}

/** Each task: the status in which it has work, what it answers, and the status afterwards. */
const tasks: [name: string, payload: string, before: Status, next: string | undefined, after: Status][] = [
  ['take-up-case', 'task', 'received', 'ask-submitter', 'received'],
  ['ask-submitter', 'task', 'received', undefined, 'awaiting-confirmation'],
  ['ask-moderators', 'task', 'in-review', undefined, 'in-review'],
  ['ask-for-changes', 'task', 'changes-requested', undefined, 'changes-requested'],
  ['update-catalogue', 'task', 'approved', 'tell-outcome', 'published'],
  ['tell-outcome', 'task', 'lapsed', 'rest', 'lapsed'],
  ['lapse-case', 'task', 'awaiting-confirmation', 'tell-outcome', 'lapsed'],
  ['park-case', 'moderators-silent', 'in-review', 'rest', 'in-review'],
  ['park-case', 'workflow-failed', 'received', 'rest', 'received'],
];

describe.each(tasks)('the task %s (%s)', (name, payload, before, next, after) => {
  it('does its work, and says where the case stands', async () => {
    const current = await stored(before, { decision });
    const answer = await (await start(name))(taskFor(current, name, payload));
    expect(answer).toEqual(next === undefined ? undefined : { next, waitSeconds: expect.any(Number) });
    expect((await read(current))?.status).toBe(after);
    expect((await read(current))?.version).toBeGreaterThan(current.version);
  });

  it('of a superseded driver writes nothing and mails nobody', async () => {
    const current = await stored(before, { decision });
    const handler = await start(name);
    const ended = await handler(taskFor(current, name, payload, 7)).catch((error: Error) => error);
    if (next === undefined) expect(ended).toMatchObject({ name: 'Superseded' });
    else expect(ended).toEqual({ next: 'rest', waitSeconds: 0 });
    expect(await read(current)).toEqual(current);
    expect(receivers()).toEqual([]);
    expect(events.calls()).toEqual([]);
  });

  it('is refused what its contract does not know', async () => {
    await expect((await start(name))({ submissionId: 5 })).rejects.toThrow();
  });
});

describe('the mails of a task', () => {
  it('ask at least two moderators of the routed institution', async () => {
    const current = await stored('in-review', { question: undefined, reviewers: [] });
    await (await start('ask-moderators'))(taskFor(current, 'ask-moderators'));
    expect(receivers()).toEqual(['anna@nordic.example', 'bo@nordic.example']);
    expect((await read(current)).question?.token).toBe(example('moderation/ask-moderators', 'task')['token']);
  });

  it('carry the comments to the submitter and acknowledge them to the moderator', async () => {
    const current = await stored('changes-requested', {
      decision: { ...decision, decision: 'request-changes', comment: 'Skriv mer.' },
    });
    await (await start('ask-for-changes'))(taskFor(current, 'ask-for-changes'));
    expect(receivers().sort()).toEqual(['anna@nordic.example', content.contact.email]);
  });

  it('that SES puts off are left to the reconciler, and the task succeeds', async () => {
    ses.on(SendEmailCommand).rejects(new TooManyRequestsException({ message: 'slow down', $metadata: {} }));
    const current = await stored('received');
    const before = Date.now();
    expect(await (await start('ask-submitter'))(taskFor(current, 'ask-submitter'))).toBeUndefined();
    const { checkAt = '' } = await read(current);
    expect(Date.parse(checkAt)).toBeGreaterThan(before);
    expect(Date.parse(checkAt)).toBeLessThanOrEqual(Date.now() + 60_000);
  });
});

describe('a task that waits', () => {
  it('ends by name when the answer was quicker', async () => {
    const answered = await stored('in-review', { question: undefined });
    await expect((await start('ask-submitter'))(taskFor(answered, 'ask-submitter'))).rejects.toMatchObject({
      name: 'AlreadyAnswered',
    });
  });
});

describe('a lapse', () => {
  it('leads to the first step when the answer came at the last moment', async () => {
    const confirmed = await stored('in-review', { question: undefined });
    expect(await (await start('lapse-case'))(taskFor(confirmed, 'lapse-case'))).toMatchObject({
      next: 'ask-moderators',
    });
    expect(await read(confirmed)).toEqual(confirmed);
  });
});
