import { confirm, revise } from '#shared/case/answers.ts';
import { newLink } from '#shared/case/case-links.ts';
import type { Content } from '#shared/forms/form.ts';
import { submit } from '#shared/intake/submit.ts';
import type { LinkKind } from '#shared/links/link.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { type OpenReview, openReview, type PostedVote, undoReview, voteOnReview } from '#shared/moderation/review.ts';
import { attend } from '#shared/operations/attend.ts';
import { aRevision } from '#test/support/cases.ts';
import { linksIn } from './witness.ts';
import { Stuck, type World } from './world.ts';

/** What a moderator does. Others may have been quicker; what may not be is an answer that is none of these. */
const recorded = ['voted', 'voted-before'];

/** The people of a story. They act on what has been mailed to them, and who sees an error tries again. */
export function peopleOf(world: World) {
  const { ports, press } = world;

  function mailed(kind: LinkKind, to: string): string | undefined {
    const mails = world.aws.mails.filter((mail) => mail.to === to);
    return mails.flatMap(({ text }) => linksIn(text)).findLast((link) => link.kind === kind)?.secret;
  }

  /** The newest link, once it has been mailed, and a while later: people take their time, and what is late is there by then. */
  async function link(kind: LinkKind, to: string, round = 1): Promise<string> {
    const isThere = async () => {
      const secret = mailed(kind, to);
      const found = secret === undefined ? undefined : await world.own.links.find(secret);
      return found?.round === round;
    };
    await world.until(`${to} waits for a link to ${kind}`, isThere);
    await world.pass({ minutes: 45 });
    return mailed(kind, to) ?? '';
  }

  async function opened(secret: string): Promise<OpenReview> {
    const review = await openReview(ports, secret);
    if (review.kind !== 'open') throw new Stuck(`A link to review is ${review.kind}`);
    return review;
  }

  return {
    link,

    async submits(content: Content): Promise<void> {
      const sent = {
        form: 'initiative',
        content,
        language: 'sv' as const,
        circumstances: { honeypot: '', secondsOnPage: 60 },
        key: 'one key for each try',
        arrival: { address: '192.0.2.1', mayBeHeld: false },
      };
      const submitted = await press('intake/submit-form', () => submit(ports, sent));
      if (submitted.kind !== 'accepted') throw new Stuck(`The submission is ${submitted.kind}`);
    },

    async confirms(to: string): Promise<void> {
      const secret = await link('confirm', to);
      await press('links/confirm', async () => {
        const found = await openLink(ports, 'confirm', secret);
        if (found.kind !== 'open') throw new Stuck(`The link to confirm is ${found.kind}`);
        await answerCase(ports, found.case.id, confirm);
      });
    },

    /** Votes on what is the present round, and hears that it is recorded. */
    async votes(moderator: string, decision: PostedVote['decision'], round = 1): Promise<void> {
      const secret = await link('review', `${moderator}@nordic.example`, round);
      const { contentHash } = (await world.case()).round;
      const said = {
        approve: {},
        reject: { reason: 'out-of-scope' as const },
        'request-changes': { comment: 'Vem kan vara med?' },
      };
      const outcome = await press('links/review', async () =>
        voteOnReview(ports, await opened(secret), { decision, contentHash, ...said[decision] }),
      );
      if (!recorded.includes(outcome.kind)) throw new Stuck(`A vote is ${outcome.kind}`);
    },

    async takesBack(moderator: string): Promise<void> {
      const secret = mailed('review', `${moderator}@nordic.example`) ?? '';
      const outcome = await press('links/review', async () => undoReview(ports, await opened(secret)));
      if (outcome.kind !== 'taken-back') throw new Stuck(`A vote is ${outcome.kind}`);
    },

    async revises(to: string, content: Content): Promise<void> {
      const secret = await link('revise', to);
      const { number } = (await world.case()).round;
      const revision = aRevision(content, number);
      const kind = await press('links/revise', async () => {
        const found = await openLink(ports, 'revise', secret);
        if (found.kind !== 'open') throw new Stuck(`The link to revise is ${found.kind}`);
        const sent = await answerCase(ports, found.case.id, (latest, at) => revise(latest, revision, at));
        if (sent !== undefined) await ports.links.mint(newLink('status', sent.case, ports.now()));
        return sent?.outcome.kind;
      });
      if (kind !== 'revised' && kind !== 'revised-before') throw new Stuck(`A revision is ${kind}`);
    },

    /** An operator acts by hand. */
    async attends(act: 'resume' | 'ask-again'): Promise<void> {
      const { id } = await world.case();
      await press('operations/attend-case', () => attend(ports, id, act));
    },
  };
}
