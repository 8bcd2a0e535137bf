import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import type { DecisionKind } from '#shared/case/decision.ts';
import { entryIdOf } from '#shared/case/publication.ts';
import { windowOf } from '#shared/case/question.ts';
import type { Content } from '#shared/forms/form.ts';
import { openReview, undoReview, voteOnReview } from '#shared/moderation/review.ts';
import { reconcileDue } from '#shared/operations/reconcile.ts';
import { aCase, content, later, noon } from '#test/support/cases.ts';
import { readCase, type Services, useServices } from '#test/support/services.ts';
import { clientAt, submissionsTable, type Tables } from '#test/support/tables.ts';
import { type Actor, callsInTurn, type InTurn } from './race.ts';
import {
  type Answer,
  expectAtRest,
  expectDecided,
  expectKept,
  expectShown,
  expectToldAfterwards,
  toldOf,
} from './race-truth.ts';
import { type SmallWorkflow, smallWorkflow } from './small-workflow.ts';

const Notice = z.object({ sk: z.string(), at: z.string() });

interface Circumstances {
  readonly approvals?: number;
  /** How long ago the moderators were asked, in milliseconds. */
  readonly askedAgo?: number;
  /** Nobody has been asked yet. */
  readonly isUnasked?: boolean;
  /** What is in review, if it is to be something else. */
  readonly text?: Content;
  readonly without?: TakenAway;
}

/** What is taken away from those who act at once, at their clients and in what they send. */
export interface TakenAway {
  /** Whether this actor puts such an item whatever is stored. */
  readonly condition?: (actor: string, kind: string) => boolean;
  /** A vote goes for whatever is there, and not for what was read. */
  readonly binding?: true;
  /** Whoever takes back has a clock that stands still. */
  readonly time?: true;
}

/** A case in review of which `anna` and `bo` have been mailed, and everybody who may act on it. */
export async function layTable(tables: Tables, circumstances: Circumstances = {}) {
  const { approvals = 1, askedAgo = 0, isUnasked = false, text = content, without = {} } = circumstances;
  const ports = useServices(tables);
  const current = caseWith(approvals, isUnasked, text);
  const { id } = current;
  await ports.cases.create(current);
  const workflow = smallWorkflow(ports, id);
  const links = new Map<string, string>();
  for (const moderator of current.reviewers) {
    links.set(moderator, await ports.links.mint(newLink('review', current, noon, moderator)));
    await ports.cases.noteMail(id, `review/1/${moderator}`, {
      kind: 'review',
      at: noon.toISOString(),
      messageId: moderator,
    });
  }
  if (current.question !== undefined) {
    const { token, answerBy } = current.question;
    workflow.wait(token, { execution: `${id}-1`, kind: 'review', end: Date.parse(answerBy) });
  }
  ports.pass({ ms: askedAgo });
  const answers: Answer[] = [];
  const noted: string[] = [];

  /** Somebody whose every call to the tables waits for its turn. */
  const acts = (name: string, act: (own: Services, inTurn: InTurn) => Promise<unknown>): Actor => ({
    name,
    act: (inTurn) => {
      const options = { marshallOptions: { removeUndefinedValues: true } };
      const documents = DynamoDBDocumentClient.from(clientAt(tables.endpoint), options);
      callsInTurn(documents, inTurn);
      watchPuts(documents, (kind) => without.condition?.(name, kind) ?? false, noted);
      const { mailer, workflow: steps, bus, now, pass } = ports;
      const shared = { mailer, workflow: steps, bus, now, pass };
      return act({ ...useServices({ ...tables, documents }), ...shared }, inTurn);
    },
  });

  async function vote(own: Services, by: string, decision: DecisionKind): Promise<void> {
    const opened = await openReview(own, links.get(by) ?? '');
    const read = opened.kind === 'open' && without.binding ? { ...opened, case: await readCase(own, id) } : opened;
    const { contentHash } = read.kind === 'open' ? read.case.round : current.round;
    const posted = { decision, contentHash, ...(decision === 'reject' && { reason: 'other' as const }) };
    const outcome = read.kind === 'open' ? await voteOnReview(own, read, posted) : read;
    answers.push({ to: by, asked: decision, round: roundOf(opened), outcome });
  }

  async function undo(own: Services, by: string): Promise<void> {
    const at = ports.now().toISOString();
    const opened = await openReview(own, links.get(by) ?? '');
    const atAnyTime = without.time ? { ...own, now: () => noon } : own;
    const outcome = opened.kind === 'open' ? await undoReview(atAnyTime, opened) : opened;
    answers.push({ to: by, asked: 'undo', round: roundOf(opened), outcome, at });
  }

  async function notices() {
    const ofCase = new QueryCommand({
      TableName: submissionsTable,
      KeyConditionExpression: 'pk = :id AND begins_with(sk, :notice)',
      ExpressionAttributeValues: { ':id': id, ':notice': 'notice#' },
    });
    return z.array(Notice).parse((await tables.documents.send(ofCase)).Items);
  }

  /** Whoever is asked and has not answered approves, until that decides. */
  async function decideAtLast(): Promise<void> {
    for (let times = 0; times < 4; times += 1) {
      const now = await readCase(ports, id);
      if (now.status !== 'in-review') return;
      for (const by of now.reviewers) {
        links.set(by, await ports.links.mint(newLink('review', now, ports.now(), by)));
        await vote(ports, by, 'approve');
      }
      await comeToRest(ports, workflow, id);
    }
  }

  return {
    ports,
    id,
    workflow,
    acts,
    comeToRest: () => comeToRest(ports, workflow, id),
    /** Before anything happens at once. */
    voted: (by: string, decision: DecisionKind) => vote(ports, by, decision),
    vote: (by: string, decision: DecisionKind) => acts(`${by}: ${decision}`, (own) => vote(own, by, decision)),
    undo: (by: string) => acts(`${by}: undo`, (own) => undo(own, by)),
    /** The reconciler, so many milliseconds later. */
    reconciler: (after = 0, then: (own: Services) => Promise<unknown> = async () => {}) =>
      acts('reconciler', async (own, inTurn) => {
        if (after > 0) await inTurn(async () => ports.pass({ ms: after }));
        await reconcileDue(own);
        await then(own);
      }),
    /** Nothing is stuck, lost, twice or otherwise than was said. `mostMails`: of one kind to one person. */
    async judge(mostMails = 1): Promise<void> {
      await comeToRest(ports, workflow, id);
      await expectAtRest(ports, id);
      await decideAtLast();
      const end = await expectAtRest(ports, id);
      expect(end.parked).toBeUndefined();
      const facts = await ports.cases.facts(end);
      for (let round = 1; round <= end.round.number; round += 1) {
        const told = toldOf(facts, round);
        expect(told.decision).toBeDefined();
        expectDecided(told, end, round === 1 ? approvals : 1);
        expectKept(
          answers.filter((answer) => answer.round === round),
          facts,
          round,
        );
      }
      expectToldAfterwards(end, await notices());
      expect(
        noted.filter((one, index) => noted.indexOf(one) !== index),
        'what was noted is written over',
      ).toEqual([]);
      if (end.publication !== undefined) expectShown(end, await ports.catalogue.read(entryIdOf(end)));
      const mails = ports.mailer.sent.map(({ to, subject }) => `${to}: ${subject}`);
      for (const mail of new Set(mails))
        expect(mails.filter((one) => one === mail).length, mail).toBeLessThanOrEqual(mostMails);
      await tables.documents.send(new DeleteCommand({ TableName: submissionsTable, Key: { pk: id, sk: 'case' } }));
    },
  };
}

/** Has a client put some items without a condition, and remembers which notes of mails it has put. */
function watchPuts(documents: DynamoDBDocumentClient, isBare: (kind: string) => boolean, noted: string[]): void {
  documents.middlewareStack.add(
    (next) => async (args) => {
      const { input } = args;
      if (!('Item' in input)) return next(args);
      const { pk, sk } = Keys.parse(input.Item);
      const answer = await next(isBare(sk) ? { ...args, input: { ...input, ...bare } } : args);
      if (sk.startsWith('notice#')) noted.push(`${pk} ${sk}`);
      return answer;
    },
    { step: 'initialize', name: 'watchPuts' },
  );
}

const Keys = z.object({ pk: z.string(), sk: z.string() });
const bare = {
  ConditionExpression: undefined,
  ExpressionAttributeNames: undefined,
  ExpressionAttributeValues: undefined,
};

function roundOf(opened: { kind: 'open'; case: Case } | { kind: 'unknown' | 'expired' | 'erased' }): number {
  return opened.kind === 'open' ? opened.case.round.number : 1;
}

function caseWith(approvals: number, isUnasked: boolean, text: Content): Case {
  const round = { number: 1, content: text, contentHash: hashOf(text), postedAt: noon.toISOString() };
  const asked = aCase('in-review', { round });
  if (isUnasked) return { ...asked, question: undefined, reviewers: [] };
  const question = asked.question && { ...asked.question, approvals };
  return { ...asked, question, checkAt: later(noon, { ms: windowOf('review'), hours: 1 }).toISOString() };
}

/** Time passes, and the reconciler looks whenever it should, until nothing more happens. */
export async function comeToRest(ports: Services, workflow: SmallWorkflow, id: string): Promise<void> {
  // Found without the indexes, which the reconciler of the race asks.
  const itself = {
    waiting: async () => [],
    dueChecks: async function* () {
      yield [{ id, since: '' }];
    },
  };
  const reconciler = { ...ports, waiting: { ...ports.waiting, ...itself } };
  await workflow.work();
  for (let looks = 0; looks < 10; looks += 1) {
    const { checkAt: next, question } = await readCase(ports, id);
    if (next === undefined || (question !== undefined && next > question.answerBy)) return;
    ports.pass({ ms: Math.max(0, Date.parse(next) - ports.now().getTime()) });
    await reconcileDue(reconciler);
    await workflow.work();
  }
  throw new Error('The case does not come to rest');
}
