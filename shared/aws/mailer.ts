import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

export interface Mail {
  readonly to: string;
  /** Where answers go; absent where nobody reads them. */
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type Mailer = ReturnType<typeof createMailer>;

/** Sends mails through SES, from one address and without tracking (the configuration set says so). */
export function createMailer(from: string, configurationSet: string, client = new SESv2Client()) {
  return {
    /**
     * Sends one mail to one person and gives the service's id of it. SES knows no idempotency: a repeat is a second mail.
     * Its refusals name the recipient; like every accident they are logged by name only (log.ts, task-function.ts).
     */
    async send({ to, replyTo, subject, text, html }: Mail): Promise<string> {
      const body = { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } };
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        ConfigurationSetName: configurationSet,
        Destination: { ToAddresses: [to] },
        ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
        Content: {
          Simple: {
            Subject: { Data: subject, Charset: 'UTF-8' },
            Body: body,
            // RFC 3834: no holiday reply, please.
            Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
          },
        },
      });
      const { MessageId = '' } = await client.send(command);
      return MessageId;
    },
  };
}
