import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { openJournal, readJournal } from '../journal.ts';

const mail = z.object({
  id: z.string(),
  at: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
});

export type Mail = z.infer<typeof mail>;

export type Mailbox = {
  /** Every mail, newest first. */
  list(): Mail[];
  deliver(mail: Omit<Mail, 'id' | 'at'>): Mail;
  clear(): void;
  close(): void;
};

const clearing = z.object({ cleared: z.literal(true) });

/** The one mailbox of the local world: whatever is sent arrives here, and stays over a restart. */
export function openMailbox(path: string, now: () => string): Mailbox {
  let mails: Mail[] = [];
  for (const line of readJournal(path)) {
    if (clearing.safeParse(line).success) mails = [];
    else mails.unshift(mail.parse(line));
  }
  const journal = openJournal(path, mails.toReversed());
  return {
    list: () => [...mails],
    deliver(sent) {
      const delivered = { id: randomUUID(), at: now(), ...sent };
      journal.append(delivered);
      mails.unshift(delivered);
      return delivered;
    },
    clear() {
      journal.append({ cleared: true });
      mails = [];
    },
    close: journal.close,
  };
}
