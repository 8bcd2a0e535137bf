import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FunctionPath } from '#infra/functions.ts';
import { count } from '#shared/aws/metrics.ts';
import type { Case } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { newQuestion, whenDue } from '#shared/case/question.ts';
import type { Status } from '#shared/case/status.ts';
import { aCase, noon } from '#test/support/cases.ts';
import { answerOf, coldStart, environment, example, withHeaders } from '#test/support/functions.ts';
import { settings } from '#test/support/services.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const routes = vi.hoisted(() => [
  'POST /v1/forms/{form}/submissions',
  'GET /v1/initiatives',
  'HEAD /v1/initiatives',
  'GET /confirm/{secret}',
  'POST /confirm/{secret}',
]);
vi.mock('#shared/moderation/settings.ts', async (original) => ({
  ...(await original<typeof import('#shared/moderation/settings.ts')>()),
  readSettings: () => settings,
}));
vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn() }));
vi.mock('node:fs', async (actual) => {
  const fs = await actual<typeof import('node:fs')>();
  const readFileSync = (...args: Parameters<typeof fs.readFileSync>) =>
    String(args[0]).endsWith('routes.json') ? JSON.stringify(routes) : fs.readFileSync(...args);
  return { ...fs, readFileSync };
});
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

const tables = useTables();
const [ses, states] = [mockClient(SESv2Client), mockClient(SFNClient)];
beforeEach(() => {
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
  states.reset();
  states.on(StartExecutionCommand).resolves({});
});

const start = (path: FunctionPath, env: Record<string, string> = {}) =>
  coldStart(path, { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint, ...env });
const cases = () => createCaseStore(tables.documents, submissionsTable);
async function stored(status: Status, changes: Partial<Case> = {}): Promise<Case> {
  const current = aCase(status, changes);
  await cases().create(current);
  return current;
}
const started = () => states.commandCalls(StartExecutionCommand).map((call) => call.args[0].input.name);

describe('the reconciler', () => {
  it('by schedule starts what was not started', async () => {
    const { id } = await stored('received');
    await (await start('operations/reconcile'))(example('operations/reconcile', 'scheduled'));
    expect(started()).toContain(`${id}-1`);
  });

  it.each([
    ['execution-failed', 1],
    ['execution-succeeded', 1],
    ['execution-aborted', 0],
  ])('by event replaces the driver that has ended: %s', async (name, restarts) => {
    const { id } = await stored('in-review', { driver: { number: 1, phase: 'running', restarts: 0 } });
    const event = example('operations/reconcile', name);
    await (await start('operations/reconcile'))({ ...event, detail: { ...Object(event['detail']), name: `${id}-1` } });
    expect((await cases().read(id))?.driver).toEqual({ number: 2, phase: 'starting', restarts });
    expect(started()).toEqual([`${id}-2`]);
  });

  it('parks what has failed too often, and raises the alarm', async () => {
    states.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: '', $metadata: {} }));
    const { id } = await stored('received', { driver: { number: 4, phase: 'starting', restarts: 3 } });
    await (await start('operations/reconcile'))(example('operations/reconcile', 'scheduled'));
    expect((await cases().read(id))?.parked?.why).toBe('workflow-failed');
    expect(count).toHaveBeenCalledWith('CasesParked');
  });

  it('refuses an event that it does not know', async () => {
    await expect((await start('operations/reconcile'))({ source: 'aws.s3' })).rejects.toThrow();
  });
});

describe('the reminders', () => {
  it('are sent by schedule', async () => {
    const question = newQuestion('confirm', 't', new Date(Date.now() - whenDue('confirm', 'remind')));
    const { id } = await stored('awaiting-confirmation', { question });
    await (await start('operations/remind'))(example('operations/remind', 'scheduled'));
    expect((await cases().read(id))?.question?.step).toBe(1);
    expect(ses.commandCalls(SendEmailCommand).length).toBeGreaterThan(0);
  });
});

describe('an operator', () => {
  const attend = async (name: string, submissionId?: string) =>
    (await start('operations/attend-case'))({
      ...example('operations/attend-case', name),
      ...(submissionId && { submissionId }),
    });

  it('lists what is held, releases it and is told what came of it', async () => {
    const { id, reference } = await stored('spam');
    expect(await attend('list-held')).toMatchObject({
      cases: expect.arrayContaining([expect.objectContaining({ submissionId: id, reference })]),
    });
    expect(await attend('release', id)).toEqual({ outcome: 'attended', status: 'received' });
    expect(started()).toEqual([`${id}-1`]);
  });

  it('resumes a parked case', async () => {
    const { id } = await stored('in-review', {
      parked: { at: noon.toISOString(), why: 'moderators-silent' },
      driver: { number: 1, phase: 'ended', restarts: 0 },
    });
    expect(await attend('resume', id)).toEqual({ outcome: 'attended', status: 'in-review' });
    expect((await cases().read(id))?.facts.at(-1)).toMatchObject({ what: 'resumed', by: 'kim' });
    expect(await attend('resume')).toEqual({ outcome: 'no-such-case' });
  });
});

describe('an operator after an outage', () => {
  it('resumes all that it parked', async () => {
    const event = example('operations/attend-case', 'resume-all');
    const driver = { number: 1, phase: 'ended', restarts: 0 } as const;
    const { id } = await stored('in-review', { parked: { at: noon.toISOString(), why: 'workflow-failed' }, driver });
    expect(await (await start('operations/attend-case'))(event)).toMatchObject({ outcome: 'attended', more: false });
    expect(started()).toContain(`${id}-2`);
  });
});

describe('an operator who mistypes', () => {
  it.each([
    ['a misspelt act', { act: 'relase', submissionId: '01928e6a-7b1c-7c3e-9a55-0f6f5d0c1a2b' }],
    ['an operator with a mail address', { act: 'resume', submissionId: 'x', by: 'kim@example.org' }],
    ['an empty id', { act: 'resume', submissionId: '' }],
    ['nothing', undefined],
    ['no object', 'list'],
    ['no act', {}],
    ['no case', { act: 'release' }],
    ['no time', { act: 'resume-all', why: 'workflow-failed', since: 'yesterday' }],
    ['no reason', { act: 'resume-all', since: '2026-03-02T11:00:00Z' }],
    ['an id that no table takes', { act: 'release', submissionId: 'a'.repeat(3000) }],
  ])('is told that this was not understood, without an alarm: %s', async (_, event) => {
    expect(await (await start('operations/attend-case'))(event)).toEqual({ outcome: 'not-understood' });
  });
});

describe('an operator whose moderators are silent', () => {
  it('has the review begin anew', async () => {
    const { id } = await stored('in-review', { driver: { number: 1, phase: 'running', restarts: 0 } });
    const event = { ...example('operations/attend-case', 'ask-again'), submissionId: id };
    expect(await (await start('operations/attend-case'))(event)).toEqual({ outcome: 'attended', status: 'in-review' });
    expect(started()).toEqual([`${id}-2`]);
    expect(await cases().read(id)).toMatchObject({ asking: 1, reviewers: [] });
  });
});

describe('the health', () => {
  const health = async (env = {}) =>
    answerOf(await start('operations/check-health', env), example('operations/check-health', 'health'));

  it('is good when the stores answer', async () => {
    expect(await health()).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'no-store' } });
  });

  it('is not when a table is missing or does not answer', async () => {
    expect(await health({ INITIATIVES_TABLE: 'Nothing' })).toMatchObject({
      statusCode: 503,
      json: { code: 'unavailable' },
    });
    const down = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9', AWS_MAX_ATTEMPTS: '1' };
    expect((await health(down)).headers['retry-after']).toBeDefined();
  });
});

describe('an address that no route takes', () => {
  const ask = async (name: string, headers = {}) =>
    answerOf(
      await start('operations/answer-unknown'),
      withHeaders(example('operations/answer-unknown', name), headers),
    );

  it('is 404, or 405 with the methods that it takes', async () => {
    expect(await ask('wrong-address')).toMatchObject({ statusCode: 404, json: { code: 'not-found' } });
    expect(await ask('wrong-method')).toMatchObject({
      statusCode: 405,
      headers: { allow: 'GET, HEAD' },
      json: { code: 'method-not-allowed' },
    });
  });

  it.each([
    ['/v1/forms/initiative/submissions', 405],
    ['/v1/forms/initiative/nothing', 404],
  ])('can be read by sites that may post when it is %s', async (rawPath, statusCode) => {
    const answerUnknown = await start('operations/answer-unknown');
    const read = async (origin: string) => {
      const event = { ...withHeaders(example('operations/answer-unknown', 'wrong-method'), { origin }), rawPath };
      const { headers, ...answer } = await answerOf(answerUnknown, event);
      expect(answer.statusCode).toBe(statusCode);
      return headers['access-control-allow-origin'];
    };
    expect(await read('https://www.nordicwelfare.example')).toBe('https://www.nordicwelfare.example');
    expect(await read('https://elsewhere.example')).toBeUndefined();
  });

  it('elsewhere tells other sites nothing', async () => {
    const { headers } = await ask('wrong-address', { origin: 'https://www.nordicwelfare.example' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('is a page for people', async () => {
    const { statusCode, headers } = await ask('wrong-address', { accept: 'text/html' });
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });
});
