import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { localModeration } from '#infra/moderators.ts';
import { type Answer, get, type Manner, post } from './visitor.ts';

/** The words in which end-to-end tests tell what happens to a submission. All of it goes over HTTP. */

const Mail = z.object({
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
export type Mail = z.infer<typeof Mail>;
export type LinkKind = 'confirm' | 'review' | 'revise' | 'status';

export const Receipt = z.object({ id: z.string(), reference: z.string(), status: z.string(), statusUrl: z.url() });
const Progress = z.object({
  status: z.string(),
  round: z.number(),
  next: z.object({ what: z.string(), by: z.nullable(z.string()) }),
  timeline: z.array(z.object({ at: z.string(), what: z.string() })),
  initiative: z.optional(z.object({ id: z.string(), url: z.string() })),
  actions: z.array(z.string()),
});
export type Progress = z.infer<typeof Progress>;
export const Review = z.object({
  submission: z.looseObject({ id: z.string(), content: z.looseObject({ title: z.string() }) }),
  round: z.number(),
  contentHash: z.string(),
  choices: z.array(z.object({ decision: z.string() })),
  decided: z.optional(z.object({ decision: z.string(), by: z.string(), at: z.string() })),
});

const Example = z.looseObject({
  title: z.string(),
  language: z.string(),
  contact: z.looseObject({ name: z.string(), email: z.string() }),
});
export type Example = z.infer<typeof Example>;

let submitters = 0;

/** One of events/examples, sent by somebody with an address of their own. */
export function example(name: string, changes: object = {}): Example {
  const file = join(import.meta.dirname, '..', '..', 'events', 'examples', `${name}.json`);
  const told = Example.parse(JSON.parse(readFileSync(file, 'utf8')));
  submitters += 1;
  const contact = { ...told.contact, email: `submitter-${submitters}@municipality.example` };
  return { ...told, contact, ...changes };
}

export interface PostedVote {
  readonly decision?: string;
  readonly reason?: string;
  readonly comment?: string;
  readonly comments?: readonly { readonly pointer: string; readonly comment: string }[];
  readonly contentHash?: string;
}

export type Service = ReturnType<typeof serviceAt>;
export type Story = Awaited<ReturnType<Service['begin']>>;

/** The service at an address. `settle` waits until what was caused has happened. */
export function serviceAt(origin: string, settle: () => Promise<unknown>) {
  const at = (path: string) => new URL(path, origin).href;
  const formAddress = at('/v1/forms/initiative/submissions');

  async function submit(fields: object, manner: Manner = {}): Promise<Answer> {
    const answer = await post(formAddress, fields, manner);
    await settle();
    return answer;
  }

  /** Every mail, newest first; to one address, if it is named. */
  async function mails(to?: string): Promise<Mail[]> {
    const all = z.array(Mail).parse((await get(at('/_local/mail'))).json);
    return to === undefined ? all : all.filter((mail) => mail.to.includes(to));
  }

  /** Moves the clock by an ISO 8601 duration, or by milliseconds as the product counts its windows. */
  async function advance(by: string | number): Promise<void> {
    const duration = typeof by === 'string' ? by : `PT${by / 1000}S`;
    const answer = await post(at('/_local/clock'), { advance: duration });
    if (answer.status !== 200) throw new Error(`The clock did not move: ${answer.status} ${answer.text}`);
  }

  /** The time passes in which moderators can take back what they answered, and what follows from it happens. */
  const letUndoPass = () => advance((localModeration.undoMinutes + 1) * 60_000);

  /** Lets SES refuse every mail to an address by the error of that name; without one, no longer. */
  async function refuseMailTo(address: string, error?: string): Promise<void> {
    const answer = await post(at('/_local/mail/faults'), { address, error });
    if (answer.status !== 200) throw new Error(`The fault was not set: ${answer.status} ${answer.text}`);
  }

  /** The story of one submission, from its receipt on. */
  function follow({ id, reference, statusUrl }: z.infer<typeof Receipt>, submitter: string) {
    /** Mails about this submission, newest first. */
    const about = async (to?: string) => (await mails(to)).filter(({ text }) => text.includes(reference));

    async function link(kind: LinkKind, to?: string): Promise<string> {
      const links = (await about(to)).flatMap((mail) => linksIn(mail, kind));
      const [newest] = links;
      if (newest === undefined) throw new Error(`No ${kind} link for ${reference} has been mailed`);
      return newest;
    }

    /** A moderator's answer, which can still be taken back. */
    async function vote(said: PostedVote, moderator?: string): Promise<Answer> {
      const review = await link('review', moderator);
      const { contentHash } = Review.parse((await get(review)).json);
      const answer = await post(review, { contentHash, ...said });
      await settle();
      return answer;
    }

    /** The same, and the time passes in which it could be taken back. */
    async function decide(said: PostedVote, moderator?: string): Promise<Answer> {
      const answer = await vote(said, moderator);
      await letUndoPass();
      return answer;
    }

    const progress = async () => Progress.parse((await get(statusUrl)).json);

    /** Under which id readers find it; before it is public, the submission's own, under which they never do. */
    const entryId = async () => (await progress()).initiative?.id ?? id;

    return {
      id,
      entryId,
      reference,
      statusUrl,
      submitter,
      /** Mails about it, newest first; to the submitter unless somebody else is named. */
      mails: (to: string | 'everybody' = submitter) => about(to === 'everybody' ? undefined : to),
      /** The newest mailed link of a kind. */
      link,
      /** Who has been mailed a review link, in the order of asking. */
      async moderators(): Promise<string[]> {
        const asked = (await about()).filter((mail) => linksIn(mail, 'review').length > 0).reverse();
        return [...new Set(asked.flatMap(({ to }) => to))];
      },
      async confirm(manner: Manner = {}): Promise<Answer> {
        const answer = await post(await link('confirm'), {}, manner);
        await settle();
        return answer;
      },
      vote,
      decide,
      approve: (moderator?: string) => decide({ decision: 'approve' }, moderator),
      async revise(fields: object, manner: Manner = {}): Promise<Answer> {
        const answer = await post(await link('revise'), fields, manner);
        await settle();
        return answer;
      },
      /** What a moderator sees behind the newest review link. */
      review: async (moderator?: string) => Review.parse((await get(await link('review', moderator))).json),
      progress,
      published: async () => get(at(`/v1/initiatives/${await entryId()}`)),
      /** What its submitter does from the status page, with the newest link that was mailed. */
      async act(action: string, manner: Manner = {}): Promise<Answer> {
        const answer = await post(await link('status', submitter), { action }, manner);
        await settle();
        return answer;
      },
    };
  }

  return {
    origin,
    at,
    formAddress,
    submit,
    mails,
    advance,
    letUndoPass,
    refuseMailTo,
    follow,
    /** Submits and expects to be taken in. */
    async begin(fields: Example, manner: Manner = {}) {
      const answer = await submit(fields, manner);
      if (answer.status !== 202) throw new Error(`Not taken in: ${answer.status} ${answer.text}`);
      return follow(Receipt.parse(answer.json), fields.contact.email);
    },
  };
}

/** The links of a kind that stand alone on a line of a mail's text. */
export function linksIn({ text }: Pick<Mail, 'text'>, kind: LinkKind): string[] {
  return text.match(new RegExp(`^https?://[^\\s/]+/${kind}/[A-Za-z0-9_-]{43}$`, 'gm')) ?? [];
}
