import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

describe('Lambda’s Invoke', () => {
  let world: FixtureWorld;
  beforeAll(async () => {
    world = await bootFixture();
    await world.rest();
  });
  afterAll(() => discard(world));

  const invoke = (functionName: string, event: object, { type = 'RequestResponse', as = 'operator' } = {}) =>
    fetch(`${world.awsEndpoint}/2015-03-31/functions/${functionName}/invocations`, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${as}/20300101/${world.region}/lambda/aws4_request, SignedHeaders=host, Signature=0`,
        'x-amz-invocation-type': type,
      },
      body: JSON.stringify(event),
    });
  const ticks = () => world.calls().filter((call) => call.caller.startsWith('Tick')).length;

  it('gives back what the function returns', async () => {
    const response = await invoke(world.credentialsFor('Echo').accessKeyId, { rawQueryString: 'plain' });
    expect([response.status, await response.json()]).toEqual([200, { hello: 'plain' }]);
  });

  it('tells of an error the function threw, by its name', async () => {
    const response = await invoke(world.credentialsFor('Echo').accessKeyId, { rawQueryString: 'throw' });
    expect(response.headers.get('x-amz-function-error')).toBe('Unhandled');
    expect(await response.json()).toMatchObject({ errorType: 'TypeError', errorMessage: 'asked to throw' });
  });

  it('finds a function by the beginning of its logical id, if no other begins so', async () => {
    const found = await invoke('Echo', { rawQueryString: 'plain' });
    expect([found.status, await found.json()]).toEqual([200, { hello: 'plain' }]);
    // Fail and Finish.
    expect((await invoke('F', {})).status).toBe(404);
  });

  it('of type Event answers before the function has run', async () => {
    const before = ticks();
    expect((await invoke(world.credentialsFor('Tick').accessKeyId, {}, { type: 'Event' })).status).toBe(202);
    await world.rest();
    expect(ticks()).toBe(before + 1);
  });

  it('refuses an event over six megabytes, before any function sees it', async () => {
    const refused = await invoke('Echo', { rawQueryString: 'plain', large: 'x'.repeat(6_291_456) });
    expect(refused.status).toBe(413);
    expect(refused.headers.get('x-amzn-errortype')).toBe('RequestEntityTooLargeException');
  });

  it('refuses a body that no service takes, while it arrives', async () => {
    const refused = await invoke('Echo', { large: 'x'.repeat(17 * 1024 * 1024) });
    expect([refused.status, await refused.json()]).toMatchObject([413, { __type: 'RequestEntityTooLargeException' }]);
  });

  it('tells of an answer over six megabytes as of an error', async () => {
    const answer = await invoke('Echo', { rawQueryString: 'large=6291557' });
    expect(answer.headers.get('x-amz-function-error')).toBe('Unhandled');
    expect(await answer.json()).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });

  it('ends an instance that needs more memory than its function has, and only that', async () => {
    const hungry = await invoke('Echo', { rawQueryString: 'hungry=1000' });
    expect(await hungry.json()).toMatchObject({ errorType: 'Runtime.OutOfMemory' });
    expect((await invoke('Echo', { rawQueryString: 'plain' })).status).toBe(200);
  });

  it('is denied to a function that may not, and knows no function that is not there', async () => {
    const denied = await invoke(
      world.credentialsFor('Tick').accessKeyId,
      {},
      { as: world.credentialsFor('Read').accessKeyId },
    );
    expect([denied.status, denied.headers.get('x-amzn-errortype')]).toEqual([400, 'AccessDeniedException']);
    expect((await invoke('nobody', {})).status).toBe(404);
  });
});
