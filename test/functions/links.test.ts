import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand, TaskTimedOut } from '@aws-sdk/client-sfn';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FunctionPath } from '#infra/functions.ts';
import { newSecret } from '#shared/aws/system.ts';
import { type LinkKind, newLink } from '#shared/links/link.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import type { Case } from '#shared/submission/case.ts';
import { createCaseStore } from '#shared/submission/case-store.ts';
import type { Status } from '#shared/submission/status.ts';
import { asJson, asMultipart, asUrlencoded } from '#test/support/bodies.ts';
import { aCase, content, initiativeFields, later } from '#test/support/cases.ts';
import {
  answerOf,
  coldStart,
  environment,
  example,
  type Handler,
  withHeaders,
  withSecret,
} from '#test/support/functions.ts';
import { settings } from '#test/support/services.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

vi.mock('#shared/moderation/read-settings.ts', () => ({ readSettings: () => settings }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

const tables = useTables();
const states = mockClient(SFNClient);
const paths = {
  confirm: 'links/confirm',
  review: 'links/review',
  revise: 'links/revise',
  status: 'links/show-status',
} as const satisfies Record<LinkKind, FunctionPath>;
const handlers = new Map<LinkKind, Handler>();
beforeAll(async () => {
  for (const kind of ['confirm', 'review', 'revise', 'status'] as const)
    handlers.set(kind, await coldStart(paths[kind], { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint }));
});
beforeEach(() => {
  states.reset();
  states.on(SendTaskSuccessCommand).resolves({}).on(StartExecutionCommand).resolves({});
});

const cases = () => createCaseStore(tables.documents, submissionsTable);
const call = (kind: LinkKind, event: Record<string, unknown>) => {
  const handler = handlers.get(kind);
  if (handler === undefined) throw new Error(`${kind} is not started`);
  return answerOf(handler, event);
};

/** A case of today, and a link to it as it would be mailed. */
async function mailed(kind: LinkKind, status: Status, changes: Partial<Case> = {}, moderator?: string) {
  const now = new Date();
  const fresh = aCase(status);
  const question = fresh.question && {
    ...fresh.question,
    askedAt: now.toISOString(),
    answerBy: later(now, { days: 7 }).toISOString(),
  };
  const current = { ...fresh, question, updatedAt: now.toISOString(), ...changes };
  await cases().create(current);
  const secret = await createLinkStore(tables.documents, submissionsTable, newSecret).mint(
    newLink(kind, current, now, moderator),
  );
  return {
    current,
    secret,
    open: (name = 'open-as-json') => call(kind, withSecret(example(paths[kind], name), secret)),
  };
}
const stored = async (id: string) => {
  const current = await cases().read(id);
  if (current === undefined) throw new Error('The case is gone');
  return current;
};
const everything = async () => (await tables.documents.send(new ScanCommand({ TableName: submissionsTable }))).Items;

const situations: [LinkKind, Status, string?][] = [
  ['confirm', 'awaiting-confirmation'],
  ['review', 'in-review', 'anna'],
  ['revise', 'changes-requested'],
  ['status', 'in-review'],
];

describe.each(situations)('a mailed link to %s', (kind, status, moderator) => {
  it('shows, and changes and records nothing: GET and HEAD, as a page and as JSON, twice at once', async () => {
    const { open, secret } = await mailed(kind, status, {}, moderator);
    const before = await everything();
    const asHead = (event: Record<string, unknown>) => ({ ...event, requestContext: { http: { method: 'HEAD' } } });
    const answers = await Promise.all([
      open(),
      open(),
      open('open'),
      open('open'),
      call(kind, asHead(withSecret(example(paths[kind], 'open'), secret))),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.at(-1)?.body).toBe('');
    expect(await everything()).toEqual(before);
    expect(states.calls()).toEqual([]);
  });

  it('is kept, indexed and passed on by nobody', async () => {
    const { open } = await mailed(kind, status, {}, moderator);
    for (const { headers } of [await open(), await open('open')]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it.each(['a'.repeat(43), 'short', '../../etc', ''])('is 404 when it is unknown or malformed: %j', async (secret) => {
    const asJsonAnswer = await call(kind, withSecret(example(paths[kind], 'open-as-json'), secret));
    expect([asJsonAnswer.statusCode, asJsonAnswer.json['code']]).toEqual([404, 'unknown-link']);
    expect((await call(kind, withSecret(example(paths[kind], 'open'), secret))).statusCode).toBe(404);
  });

  it('is 410 when it has expired, then 404', async () => {
    const year = kind === 'status' ? 730 : 0;
    const past = later(new Date(), { days: -(year + 61) }).toISOString();
    const longPast = later(new Date(), { days: -(year + 200) }).toISOString();
    for (const [at, code] of [
      [past, 'link-expired'],
      [longPast, 'unknown-link'],
    ] as const) {
      const current = { ...aCase(status), updatedAt: at };
      await cases().create(current);
      const link = { kind, submissionId: current.id, round: 1, expiresAt: at, ...(moderator && { moderator }) };
      const secret = await createLinkStore(tables.documents, submissionsTable, newSecret).mint(link);
      const { json } = await call(kind, withSecret(example(paths[kind], 'open-as-json'), secret));
      expect(json['code']).toBe(code);
    }
  });
});

describe('pressing the button of a confirmation', () => {
  const press = (secret: string, name = 'press-as-json') =>
    call('confirm', withSecret(example('links/confirm', name), secret));

  it('confirms, wakes the workflow, and is 200 each time', async () => {
    const { current, secret } = await mailed('confirm', 'awaiting-confirmation');
    for (const name of ['press-as-json', 'press', 'press-as-json'])
      expect((await press(secret, name)).statusCode).toBe(200);
    expect(await stored(current.id)).toMatchObject({ status: 'in-review', version: 2 });
    expect(states.commandCalls(SendTaskSuccessCommand)).toHaveLength(1);
  });

  it('is a success for the person although the token is dead or the service down', async () => {
    for (const failure of [new TaskTimedOut({ message: '', $metadata: {} }), new Error('down')]) {
      states.on(SendTaskSuccessCommand).rejects(failure);
      const { current, secret } = await mailed('confirm', 'awaiting-confirmation');
      expect((await press(secret)).statusCode).toBe(200);
      expect((await stored(current.id)).checkAt).toBeDefined();
    }
  });

  it('is refused from another site', async () => {
    const { current, secret } = await mailed('confirm', 'awaiting-confirmation');
    const event = withHeaders(withSecret(example('links/confirm', 'press'), secret), {
      'sec-fetch-site': 'cross-site',
      accept: 'application/json',
    });
    expect(await call('confirm', event)).toMatchObject({ statusCode: 403, json: { code: 'cross-site' } });
    expect((await stored(current.id)).status).toBe('awaiting-confirmation');
  });
});

describe('a review', () => {
  it('shows the whole case, the choices with their reasons, and nothing decided', async () => {
    const { open, current } = await mailed('review', 'in-review', {}, 'anna');
    const { json } = await open();
    expect(json).toEqual({
      submission: { id: current.id, reference: current.reference, form: 'initiative', language: 'sv', content },
      round: 1,
      contentHash: current.round.contentHash,
      choices: [
        { decision: 'approve', reasons: [] },
        { decision: 'request-changes', reasons: [] },
        { decision: 'reject', reasons: expect.arrayContaining([{ code: 'out-of-scope', label: expect.any(String) }]) },
      ],
    });
  });

  const decideAs = (secret: string, fields: Record<string, unknown>) => {
    const { type, body } = asJson(fields);
    const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': type });
    return call('review', { ...event, body: body.toString() });
  };
  const linkFor = (current: Case, moderator: string) =>
    createLinkStore(tables.documents, submissionsTable, newSecret).mint(
      newLink('review', current, new Date(), moderator),
    );

  it.each([
    ['approve', 'approved'],
    ['request-changes', 'changes-requested'],
    ['reject', 'rejected'],
  ])('answers %s with the status %s, and the same again', async (decision, status) => {
    const { current, secret, open } = await mailed('review', 'in-review', {}, 'anna');
    const fields = { decision, reason: 'duplicate', comment: 'Ett skäl', contentHash: current.round.contentHash };
    for (let time = 0; time < 2; time += 1) {
      const { statusCode, json } = await decideAs(secret, fields);
      expect([statusCode, json]).toEqual([200, { decision, status }]);
    }
    expect((await open()).json['decided']).toMatchObject({ decision, by: 'anna', at: expect.any(String) });
    expect((await stored(current.id)).version).toBe(2);
  });

  it.each(['json', 'urlencoded', 'multipart'])('is decided alike in %s', async (type) => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const pairs: [string, string][] = [
      ['decision', 'reject'],
      ['reason', 'other'],
      ['comment', 'Rad\r\nrad'],
      ['contentHash', current.round.contentHash],
    ];
    const sent =
      type === 'json'
        ? asJson(Object.fromEntries(pairs))
        : type === 'urlencoded'
          ? asUrlencoded(pairs)
          : asMultipart(pairs);
    const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': sent.type });
    const { statusCode } = await call('review', {
      ...event,
      body: sent.body.toString('base64'),
      isBase64Encoded: true,
    });
    expect(statusCode).toBe(200);
    expect((await stored(current.id)).ruling).toMatchObject({
      decision: 'reject',
      reason: 'other',
      comment: 'Rad\nrad',
    });
  });

  it('is checked in the order that the design fixes', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const bo = await linkFor(current, 'bo');
    const stale = { decision: 'approve', contentHash: 'f'.repeat(64) };
    const code = async (answer: ReturnType<typeof decideAs>) => {
      const { statusCode, json } = await answer;
      return [statusCode, json['code']];
    };
    // Unknown before anything in the body; the body before what was decided; that before what was read.
    expect(await code(decideAs('x'.repeat(43), { decision: 'maybe' }))).toEqual([404, 'unknown-link']);
    expect(await code(decideAs(secret, { decision: 'maybe', contentHash: 'stale' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, { decision: 'reject', contentHash: 'stale' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, { decision: 'approve' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, stale))).toEqual([409, 'stale-content']);
    await decideAs(secret, { ...stale, contentHash: current.round.contentHash });
    expect(await code(decideAs(secret, { decision: 'maybe' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, stale))).toEqual([200, undefined]);
    expect(await code(decideAs(secret, { ...stale, decision: 'request-changes' }))).toEqual([409, 'already-decided']);
    expect(await code(decideAs(bo, stale))).toEqual([409, 'already-decided']);
  });

  it('of two at once is one: 200 for one, and the other is told by name', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const bo = await linkFor(current, 'bo');
    const { contentHash } = current.round;
    const answers = await Promise.all([
      decideAs(secret, { decision: 'approve', contentHash }),
      decideAs(bo, { decision: 'reject', reason: 'duplicate', contentHash }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const { ruling } = await stored(current.id);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json).toMatchObject({
      code: 'already-decided',
      decision: ruling?.decision,
      decidedBy: ruling?.by,
      decidedAt: ruling?.at,
    });
  });

  it('in a browser without a reason shows the case again', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const { statusCode, body } = await call(
      'review',
      withSecret(example('links/review', 'reject-in-a-browser'), secret),
    );
    expect(statusCode).toBe(422);
    expect(body).toContain(content.title);
    expect((await stored(current.id)).status).toBe('in-review');
  });

  it('has ended for a round that is over, and for one who has left', async () => {
    const { current } = await mailed('review', 'in-review', {}, 'anna');
    const second = { ...current, round: { ...current.round, number: 2 } };
    for (const secret of [await linkFor(second, 'anna'), await linkFor(current, 'gone')]) {
      const { statusCode, json } = await decideAs(secret, {
        decision: 'approve',
        contentHash: current.round.contentHash,
      });
      expect([statusCode, json['code']]).toEqual([410, 'link-expired']);
    }
  });
});

describe('a revision', () => {
  const ruling = {
    decision: 'request-changes',
    comment: 'Skriv mer om resultaten.',
    by: 'anna',
    institution: 'nordic_welfare_centre',
    round: 1,
    at: new Date().toISOString(),
  } as const;
  const send = (secret: string, fields: object) => {
    const event = withSecret(example('links/revise', 'send'), secret);
    return call('revise', { ...event, body: asJson(fields).body.toString() });
  };

  it('shows what was sent and what moderators said', async () => {
    const { open, current } = await mailed('revise', 'changes-requested', { ruling });
    expect((await open()).json).toMatchObject({
      submission: { id: current.id, content },
      round: 1,
      comment: ruling.comment,
    });
    expect((await open('open')).body).toContain('Skriv mer om resultaten.');
  });

  it('opens the next round, and is 200 again when the same is sent again', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { ruling });
    const fields = { ...initiativeFields, title: 'Språkvänner i hela Västerbotten' };
    for (let time = 0; time < 2; time += 1) {
      expect(await send(secret, fields)).toMatchObject({
        statusCode: 200,
        json: { status: 'in-review', round: 2, statusUrl: expect.any(String) },
      });
    }
    expect(await stored(current.id)).toMatchObject({ round: { number: 2 }, version: 2 });
    expect(await send(secret, initiativeFields)).toMatchObject({ statusCode: 410 });
  });

  it('that does not fit names its fields and changes nothing', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { ruling });
    expect(await send(secret, { ...initiativeFields, title: '' })).toMatchObject({
      statusCode: 422,
      json: { errors: [{ pointer: '/title', code: 'required' }] },
    });
    expect(await stored(current.id)).toMatchObject({ version: 1 });
  });
});

describe('a status', () => {
  it('says where the case stands and what has happened', async () => {
    const { open, current } = await mailed('status', 'in-review');
    const { json } = await open();
    expect(json).toEqual({
      id: current.id,
      reference: current.reference,
      form: 'initiative',
      status: 'in-review',
      round: 1,
      next: { what: 'review', by: current.question?.answerBy },
      timeline: [{ at: expect.any(String), what: 'received' }],
      actions: [],
    });
  });

  it('never gives away a token, a moderator or an address', async () => {
    const { open } = await mailed('status', 'in-review', { wake: 'secret token' });
    const text = JSON.stringify([await open(), await open('open')]);
    for (const secret of ['secret token', 'token of review', 'anna', 'asa.oberg@umea.example'])
      expect(text).not.toContain(secret);
  });
});
