import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor } from '../fixture/clients.ts';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

describe('a mail', () => {
  let world: FixtureWorld;
  beforeAll(async () => {
    world = await bootFixture();
  });
  afterAll(() => discard(world));

  const send = (more: Partial<SendEmailCommandInput> = {}, credentials = world.operatorCredentials) =>
    clientsFor(world, credentials).mail.send(
      new SendEmailCommand({
        FromEmailAddress: 'Sender <no-reply@mail.example.org>',
        Destination: { ToAddresses: ['someone@example.org'] },
        Content: {
          Simple: { Subject: { Data: 'Hello ø' }, Body: { Text: { Data: 'Text\n\nhttps://example.org/a?b=1&c=2\n' } } },
        },
        ...more,
      }),
    );

  it('lies in the mailbox, newest first, in the promised shape, and stays over a restart', async () => {
    await send();
    const { MessageId } = await send({ ReplyToAddresses: ['reply@example.org'] });
    const mails = await (await world.get('/_local/mail')).json();
    expect(mails).toHaveLength(2);
    expect(mails[0]).toEqual({
      id: MessageId,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      to: ['someone@example.org'],
      from: 'Sender <no-reply@mail.example.org>',
      replyTo: ['reply@example.org'],
      subject: 'Hello ø',
      text: 'Text\n\nhttps://example.org/a?b=1&c=2\n',
      html: '',
      headers: {},
    });
    world = await world.restart();
    expect(await (await world.get('/_local/mail')).json()).toEqual(mails);
  });

  it('names its sender as mail programs do', async () => {
    await send({
      FromEmailAddress: '=?utf-8?B?Tm9yZGlza8Ol?= =?utf-8?B?IGNlbnRyYWxlbg==?= <no-reply@mail.example.org>',
    });
    const [{ from }] = await (await world.get('/_local/mail')).json();
    expect(from).toBe('Nordiskå centralen <no-reply@mail.example.org>');
  });

  it.each([
    ['from an identity the template does not have', { FromEmailAddress: 'x@elsewhere.example' }, 'MessageRejected'],
    ['with a configuration set the template does not have', { ConfigurationSetName: 'none' }, 'NotFoundException'],
    ['to nobody', { Destination: {} }, 'BadRequestException'],
    [
      'with a line break in the subject',
      { Content: { Simple: { Subject: { Data: 'a\nBcc: b@example.org' }, Body: {} } } },
      'BadRequestException',
    ],
  ])('%s is refused', async (_, more, name) => {
    await expect(send(more)).rejects.toMatchObject({ name });
  });

  it('is sent by a function only from the address its policy names', async () => {
    const ask = world.credentialsFor('Ask');
    await expect(send({ FromEmailAddress: 'no-reply@mail.example.org' }, ask)).resolves.toBeDefined();
    await expect(send({ FromEmailAddress: 'other@mail.example.org' }, ask)).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(send({}, world.credentialsFor('Read'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('is shown on the page with its links to follow and everything else escaped', async () => {
    await send({
      Content: {
        Simple: {
          Subject: { Data: '<b>bold</b>' },
          Body: { Text: { Data: 'https://example.org/x?a=1&b=2 <script>' } },
        },
      },
    });
    const page = await (await world.get('/_local/')).text();
    expect(page).toContain('<a href="https://example.org/x?a=1&#38;b=2">');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>bold');
  });

  it('is gone when the mailbox is cleared', async () => {
    await send();
    await world.post('/_local/mail/clear', {});
    expect(await (await world.get('/_local/mail')).json()).toEqual([]);
  });
});
