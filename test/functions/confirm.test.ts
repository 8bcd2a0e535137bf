import { SendTaskSuccessCommand, TaskTimedOut } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { example, withHeaders, withSecret } from '#test/support/functions.ts';
import { useMailedLinks } from '#test/support/mailed-links.ts';

const { mailed, call, stored, states } = useMailedLinks('confirm');

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
