import { randomUUID } from 'node:crypto';
import { SendTaskSuccessCommand, TaskTimedOut } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { example, withHeaders, withSecret } from '#test/support/functions.ts';
import { useMailedLinks } from '#test/support/mailed-links.ts';

const { mailed, call, stored, states, budgets } = useMailedLinks('confirm');

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

describe('who gets the mail and sent nothing in', () => {
  const say = (secret: string, name = 'not-me-as-json') =>
    call('confirm', withSecret(example('links/confirm', name), secret));
  const wants = async ({ email }: Case['submitter']) =>
    (await budgets().take(email, { id: randomUUID(), onlyReminds: false }, new Date())).kind;
  const somebody = () => ({ name: 'Somebody', email: `${randomUUID()}@example.org` });

  it('is asked once more by a page that changes nothing', async () => {
    const { current, secret } = await mailed('confirm', 'awaiting-confirmation');
    const { statusCode, body } = await say(secret, 'ask-not-me');
    expect(statusCode).toBe(200);
    expect(body).toMatch(/name="action" value="not-me"/);
    expect(await stored(current.id)).toEqual(current);
  });

  it('takes the case back, however often that is said, and gets no mail of unconfirmed cases', async () => {
    const { current, secret } = await mailed('confirm', 'awaiting-confirmation', { submitter: somebody() });
    for (const name of ['not-me-as-json', 'not-me', 'not-me-as-json'])
      expect((await say(secret, name)).statusCode).toBe(200);
    const taken = await stored(current.id);
    expect(taken).toMatchObject({ status: 'withdrawn', withdrawal: { isUnwanted: true } });
    expect(taken.facts).toMatchObject([{ what: 'withdrawn', reason: 'unwanted' }]);
    expect(states.commandCalls(SendTaskSuccessCommand)).toHaveLength(1);
    expect(await wants(current.submitter)).toBe('unwanted');
    for (const name of ['press-as-json', 'open', 'ask-not-me']) expect((await say(secret, name)).statusCode).toBe(410);
  });

  it('is told that the address has been confirmed, and nothing changes', async () => {
    const { current, secret } = await mailed('confirm', 'awaiting-confirmation', { submitter: somebody() });
    await say(secret, 'press-as-json');
    expect(await say(secret)).toMatchObject({
      statusCode: 409,
      json: { code: 'already-confirmed', status: 'in-review' },
    });
    expect((await stored(current.id)).status).toBe('in-review');
    expect(await wants(current.submitter)).toBe('granted');
  });

  it('is mailed to again after confirming another case', async () => {
    const submitter = somebody();
    const first = await mailed('confirm', 'awaiting-confirmation', { submitter });
    await say(first.secret);
    const other = await mailed('confirm', 'awaiting-confirmation', { submitter });
    await say(other.secret, 'press-as-json');
    expect(await wants(submitter)).toBe('granted');
  });

  it('must say so by a name that is known', async () => {
    const { current, secret } = await mailed('confirm', 'awaiting-confirmation');
    const event = { ...example('links/confirm', 'not-me-as-json'), body: '{"action":"never"}' };
    expect(await call('confirm', withSecret(event, secret))).toMatchObject({
      statusCode: 422,
      json: { errors: [{ pointer: '/action', code: 'unknown-code' }] },
    });
    expect((await stored(current.id)).status).toBe('awaiting-confirmation');
  });
});
