import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

export interface Mail {
  /** The name that people see it come from. */
  readonly sender: string;
  readonly to: string;
  /** Where answers go; absent where nobody reads them. */
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type Mailer = ReturnType<typeof createMailer>;

/** Sends mails through SES, from one address and without tracking (the configuration set says so). */
export function createMailer(address: string, configurationSet: string, client = new SESv2Client()) {
  return {
    /**
     * Sends one mail to one person and gives the service's id of it. SES knows no idempotency: a repeat is a second mail.
     * Its refusals name the recipient; like every exception they are logged by name only (log.ts, task-function.ts).
     */
    async send({ sender, to, replyTo, subject, text, html }: Mail): Promise<string> {
      const body = { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } };
      const command = new SendEmailCommand({
        FromEmailAddress: mailboxOf(sender, address),
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

/** A name with an address as SES takes it: quoted (RFC 5322 §3.2.4) or, where it is not plain ASCII, encoded (RFC 2047). */
function mailboxOf(name: string, address: string): string {
  const written = /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name).join(' ');
  return `${written} <${address}>`;
}

/** An encoded word has at most 75 characters, so 45 bytes of text, and ends where a character ends (RFC 2047 §2 and §5). */
function encodedWords(text: string): string[] {
  const words = [''];
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > 45) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`);
}
