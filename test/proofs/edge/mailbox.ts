import * as z from 'zod/mini';
import { type Answer, type Asked, answered, refused } from './wire.ts';

const Text = z.object({ Data: z.string() });
const SendEmail = z.object({
  Destination: z.object({ ToAddresses: z.tuple([z.string()]) }),
  Content: z.object({ Simple: z.object({ Subject: Text, Body: z.object({ Text }) }) }),
});

export interface KeptMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** When it arrived, in milliseconds. */
  readonly at: number;
}

/** SES, which takes mail to every address but those in `refusing`, and everybody's mailbox. `arrived` looks at each mail. */
export function openMailbox(
  now: () => number,
  arrived: (mail: KeptMail) => Promise<void>,
  refusing: readonly string[] = [],
) {
  const mails: KeptMail[] = [];
  return {
    mails,
    async answer({ path, body }: Asked): Promise<Answer> {
      if (path !== '/v2/email/outbound-emails') return refused('UnknownOperationException', path);
      const { Destination, Content } = SendEmail.parse(JSON.parse(body));
      const [to] = Destination.ToAddresses;
      if (refusing.includes(to)) return refused('MessageRejected', 'This address takes no mail');
      const { Subject, Body } = Content.Simple;
      const mail = { to, subject: Subject.Data, text: Body.Text.Data, at: now() };
      // Only to find out whose fault a refusal was.
      if (to.endsWith('@simulator.amazonses.com')) return answered({ MessageId: 'probe' });
      mails.push(mail);
      await arrived(mail);
      return answered({ MessageId: `message-${mails.length}` });
    },
  };
}
