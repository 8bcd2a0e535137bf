import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

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

/**
 * What became of a mail. `refused`: the address takes none, and nothing else is to blame. `busy`: SES takes no more for now,
 * as the sending rate or the day's quota is used up.
 */
export type Sending =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'busy' };

type Attempt = Exclude<Sending, { kind: 'refused' }> | { readonly kind: 'refused'; readonly error: Error };

export type Mailer = ReturnType<typeof createMailer>;

/** An address of SES's own, which takes every mail. */
const simulator = 'success@simulator.amazonses.com';
const probe =
  'A mail to somebody else was refused. This one finds out whether their address is at fault or the sender.';

/** SES's documentation names the last for the day's quota; the SDK has no class for it. */
const throttles = ['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException'];

/** Sends mails through SES, from one address and without tracking (the configuration set says so). */
export function createMailer(address: string, configurationSet: string, client = new SESv2Client()) {
  async function attempt({ sender, to, replyTo, subject, text, html }: Mail): Promise<Attempt> {
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
    try {
      const { MessageId = '' } = await client.send(command);
      return { kind: 'sent', messageId: MessageId };
    } catch (error) {
      if (error instanceof MessageRejected || error instanceof BadRequestException) return { kind: 'refused', error };
      if (error instanceof Error && throttles.includes(error.name)) return { kind: 'busy' };
      throw error;
    }
  }

  return {
    /**
     * Sends one mail to one person. SES knows no idempotency: a repeat is a second mail. It refuses alike when the address is
     * to blame and when we are (the sender is not verified, a header is malformed); if it takes a mail of ours to its own
     * simulator, it is the address. Throws what is our fault or that of SES. Refusals name the recipient; like every error
     * they are logged by name only (log.ts).
     */
    async send(mail: Mail): Promise<Sending> {
      const attempted = await attempt(mail);
      if (attempted.kind !== 'refused') return attempted;
      const probed = await attempt({ ...mail, to: simulator, subject: 'Probe', text: probe, html: probe });
      if (probed.kind === 'busy') return probed;
      // In the sandbox the simulator can be mailed to, and other addresses only if the account has verified them.
      const isSandbox = attempted.error.message.includes('is not verified');
      if (probed.kind === 'refused' || isSandbox) throw attempted.error;
      return { kind: 'refused' };
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
