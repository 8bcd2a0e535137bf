import { SESv2Client, SendEmailCommand, TooManyRequestsException } from '@aws-sdk/client-sesv2';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type Mailer = ReturnType<typeof createMailer>;

/** The mail service asks for patience; the workflow retries this error by its name, for longer than others. */
export class MailIsThrottled extends Error {
  override name = 'MailIsThrottled';
}

/** Sends mails through SES, from one address and without tracking (the configuration set says so). */
export function createMailer(from: string, configurationSet: string, client = new SESv2Client()) {
  return {
    /** Sends one mail to one person and gives the service's id of it. SES knows no idempotency: a repeat is a second mail. */
    async send({ to, subject, text, html }: Mail): Promise<string> {
      const body = { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } };
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        ConfigurationSetName: configurationSet,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: { Data: subject, Charset: 'UTF-8' },
            Body: body,
            // RFC 3834: no holiday reply, please.
            Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
          },
        },
      });
      try {
        const { MessageId = '' } = await client.send(command);
        return MessageId;
      } catch (error) {
        if (error instanceof TooManyRequestsException) throw new MailIsThrottled('The mail service asks for patience');
        throw withoutMessage(error);
      }
    },
  };
}

/** SES names the recipient when it refuses one, and what a task throws is kept in logs and histories. The name says enough. */
function withoutMessage(error: unknown): Error {
  const refusal = new Error('The mail service did not take a mail');
  refusal.name = error instanceof Error ? error.name : refusal.name;
  return refusal;
}
