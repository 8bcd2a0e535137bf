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

  it.each(['success', 'bounce', 'complaint', 'ooto', 'suppressionlist'])(
    'to the address %s of the mailbox simulator is taken, as by AWS',
    async (name) => {
      const address = `${name}@simulator.amazonses.com`;
      await send({ Destination: { ToAddresses: [address] } });
      const [newest] = await (await world.get('/_local/mail')).json();
      expect(newest.to).toEqual([address]);
    },
  );

  it.each([
    ['MessageRejected', 400],
    ['TooManyRequestsException', 429],
  ])('to an address that was made faulty is refused by %s until it is mended', async (error, status) => {
    const faulty = { Destination: { ToAddresses: ['Faulty@example.org'] } };
    await world.post('/_local/mail/faults', { address: 'faulty@example.org', error });
    await expect(send(faulty)).rejects.toMatchObject({ name: error, $metadata: { httpStatusCode: status } });
    await expect(send()).resolves.toBeDefined();
    await world.post('/_local/mail/faults', { address: 'FAULTY@example.org' });
    await expect(send(faulty)).resolves.toBeDefined();
  });

  it('is made faulty only by an error that SES has, and for an address', async () => {
    const answers = await Promise.all([
      world.post('/_local/mail/faults', { address: 'a@example.org', error: 'Nonsense' }),
      world.post('/_local/mail/faults', { error: 'MessageRejected' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(await (await world.get('/_local/mail/faults')).json()).toEqual([]);
  });

  it('is gone when the mailbox is cleared', async () => {
    await send();
    await world.post('/_local/mail/clear', {});
    expect(await (await world.get('/_local/mail')).json()).toEqual([]);
  });
});
