import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  AccountSuspendedException,
  BadRequestException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
  SendingPausedException,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEventBus } from '#shared/aws/event-bus.ts';
import { createMailer } from '#shared/aws/mailer.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';

const [ses, states, events] = [mockClient(SESv2Client), mockClient(SFNClient), mockClient(EventBridgeClient)];
beforeEach(() => {
  for (const client of [ses, states, events]) client.reset();
});
const because = { message: 'asa.oberg@umea.example is not allowed', $metadata: {} };

describe('the mailer', () => {
  const mailer = createMailer('no-reply@clearing.example', 'untracked', new SESv2Client());
  const mail = {
    sender: 'Nordic Centre',
    to: 'asa.oberg@umea.example',
    subject: 'Hej',
    text: 'Text',
    html: '<p>Text</p>',
  };

  it('sends to one person, from our address, through the configuration without tracking, asking for no auto-reply', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    expect(await mailer.send(mail)).toEqual({ kind: 'sent', messageId: 'm1' });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      FromEmailAddress: '"Nordic Centre" <no-reply@clearing.example>',
      ConfigurationSetName: 'untracked',
      Destination: { ToAddresses: ['asa.oberg@umea.example'] },
      Content: {
        Simple: {
          Subject: { Data: 'Hej', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Text' }, Html: { Data: '<p>Text</p>' } },
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
        },
      },
    });
  });

  it.each([
    ['Nordens rad, integration', '"Nordens rad, integration" <no-reply@clearing.example>'],
    ['The "Centre" \\ Norden', '"The \\"Centre\\" \\\\ Norden" <no-reply@clearing.example>'],
    ['Nordens råd, integration', '=?utf-8?B?Tm9yZGVucyByw6VkLCBpbnRlZ3JhdGlvbg==?= <no-reply@clearing.example>'],
    [
      'Å'.repeat(23),
      `=?utf-8?B?${Buffer.from('Å'.repeat(22)).toString('base64')}?= =?utf-8?B?w4U=?= <no-reply@clearing.example>`,
    ],
  ])('writes the sender %s as a mail header does', async (sender, written) => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    await mailer.send({ ...mail, sender });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.FromEmailAddress).toBe(written);
  });

  it('lets answers go where somebody reads them, and nowhere else', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    await mailer.send({ ...mail, replyTo: 'ask@nordregio.example' });
    await mailer.send(mail);
    const replyTo = ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input.ReplyToAddresses);
    expect(replyTo).toEqual([['ask@nordregio.example'], undefined]);
  });

  it.each([
    new TooManyRequestsException(because),
    new LimitExceededException(because),
    // The day's quota: no class of the SDK's.
    new SESv2ServiceException({ name: 'ThrottlingException', $fault: 'client', ...because }),
  ])('says that SES takes no more for now: $name', async (throttled) => {
    ses.on(SendEmailCommand).rejects(throttled);
    expect(await mailer.send(mail)).toEqual({ kind: 'busy' });
  });

  it.each([AccountSuspendedException, MailFromDomainNotVerifiedException, SendingPausedException])(
    'throws what is wrong with the account, and mails no more',
    async (Refusal) => {
      ses.on(SendEmailCommand).rejects(new Refusal(because));
      await expect(mailer.send(mail)).rejects.toMatchObject({ name: Refusal.name });
      expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
    },
  );
});

describe.each([MessageRejected, BadRequestException])('a mail that is refused', (Refusal) => {
  const mailer = createMailer('no-reply@clearing.example', 'untracked', new SESv2Client());
  const [to, replyTo] = ['asa.oberg@umea.example', 'ask@nordregio.example'];
  const mail = { sender: 'Nordic Centre', to, replyTo, subject: 'Hej', text: 'Text', html: '<p>Text</p>' };
  const simulator = 'success@simulator.amazonses.com';
  const mailTo = (address: string) => ses.on(SendEmailCommand, { Destination: { ToAddresses: [address] } });
  const calls = () => ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input);

  it('is the fault of its address when SES takes another from the same sender', async () => {
    mailTo(to).rejects(new Refusal(because));
    mailTo(simulator).resolves({ MessageId: 'm2' });
    expect(await mailer.send(mail)).toEqual({ kind: 'refused' });
    const [refused, probe] = calls();
    expect(calls()).toHaveLength(2);
    expect(probe).toMatchObject({ ConfigurationSetName: 'untracked', ReplyToAddresses: [replyTo] });
    expect(probe?.FromEmailAddress).toBe(refused?.FromEmailAddress);
    expect(JSON.stringify(probe)).not.toMatch(/Hej|Text<|asa\.oberg/);
  });

  it('is our fault when SES takes none from that sender', async () => {
    ses.on(SendEmailCommand).rejects(new Refusal(because));
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: Refusal.name });
    expect(calls()).toHaveLength(2);
  });

  it('is our fault in the sandbox, where SES takes mail to its own simulator all the same', async () => {
    const message = `Email address is not verified. The following identities failed the check in region EU-NORTH-1: ${to}`;
    mailTo(to).rejects(new Refusal({ ...because, message }));
    mailTo(simulator).resolves({ MessageId: 'm2' });
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: Refusal.name });
  });

  it('is nobody’s fault yet when SES is too busy to tell', async () => {
    mailTo(to).rejects(new Refusal(because));
    mailTo(simulator).rejects(new TooManyRequestsException(because));
    expect(await mailer.send(mail)).toEqual({ kind: 'busy' });
  });
});

describe('the workflow', () => {
  const workflow = createWorkflow('arn:machine', new SFNClient());

  it('starts an execution by name with the id and nothing else', async () => {
    states.on(StartExecutionCommand).resolves({});
    expect(await workflow.start('id-1', 'id')).toBe('running');
    expect(states.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:machine',
      name: 'id-1',
      input: '{"submissionId":"id"}',
    });
  });

  it('knows from the refusal of a name that the execution has ended', async () => {
    states.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(because));
    expect(await workflow.start('id-1', 'id')).toBe('ended');
  });

  it('wakes with where the case stands', async () => {
    states.on(SendTaskSuccessCommand).resolves({});
    expect(await workflow.wake('token', { next: 'publish', waitSeconds: 0 })).toBe('woken');
    expect(states.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token',
      output: '{"next":"publish","waitSeconds":0}',
    });
  });

  it.each([TaskTimedOut, TaskDoesNotExist, InvalidToken])('knows a dead token', async (Dead) => {
    states.on(SendTaskSuccessCommand).rejects(new Dead(because));
    expect(await workflow.wake('token', { next: 'rest', waitSeconds: 0 })).toBe('dead');
  });

  it('fails when the service does', async () => {
    states.onAnyCommand().rejects(new Error('down'));
    await expect(workflow.start('id-1', 'id')).rejects.toThrow('down');
    await expect(workflow.wake('token', { next: 'rest', waitSeconds: 0 })).rejects.toThrow('down');
  });
});

describe('the event bus', () => {
  const bus = createEventBus('public', new EventBridgeClient());
  const initiative = { id: 'i', kind: 'initiative', version: 2, url: 'https://clearing.example/initiatives/i' };

  it('tells what became public', async () => {
    events.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
    await bus.initiativePublished(initiative);
    expect(events.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries).toEqual([
      {
        EventBusName: 'public',
        Source: 'clearing-centre',
        DetailType: 'InitiativePublished',
        Detail: JSON.stringify(initiative),
      },
    ]);
  });

  it('fails when the bus did not take it, which is no error of the call', async () => {
    events.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] });
    await expect(bus.initiativePublished(initiative)).rejects.toThrow('did not take');
  });
});
