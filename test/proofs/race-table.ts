import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import type { DecisionKind } from '#shared/case/decision.ts';
import { windowOf } from '#shared/case/question.ts';
import { openReview, undoReview, voteOnReview } from '#shared/moderation/review.ts';
import { reconcileDue } from '#shared/operations/reconcile.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { readCase, type Services, useServices } from '#test/support/services.ts';
import { clientAt, submissionsTable, type Tables } from '#test/support/tables.ts';
import { type Actor, callsInTurn, type InTurn } from './race.ts';
import { type Answer, expectAtRest, expectDecided, expectKept, expectToldAfterwards, toldOf } from './race-truth.ts';
import { smallWorkflow } from './small-workflow.ts';

const Notice = z.object({ sk: z.string(), at: z.string() });

interface Circumstances {
  readonly approvals?: number;
  /** How long ago the moderators were asked, in milliseconds. */
  readonly askedAgo?: number;
  /** Nobody has been asked yet. */
  readonly isUnasked?: boolean;
  /** Done to every client of those who act at once: takes a safeguard away. */
  readonly spoil?: (documents: DynamoDBDocumentClient) => void;
}

/** A case in review of which `anna` and `bo` have been mailed, and everybody who may act on it. */
export async function layTable(tables: Tables, circumstances: Circumstances = {}) {
  const { approvals = 1, askedAgo = 0, isUnasked = false, spoil } = circumstances;
  const ports = useServices(tables);
  const current = caseWith(approvals, isUnasked);
  const { id } = current;
  await ports.cases.create(current);
  const workflow = smallWorkflow(ports, id);
  const links = new Map<string, string>();
  for (const moderator of current.reviewers) {
    links.set(moderator, await ports.links.mint(newLink('review', current, noon, moderator)));
    await ports.cases.noteMail(id, `review/1/${moderator}`, { at: noon.toISOString(), messageId: moderator });
  }
  if (current.question !== undefined) {
    const { token, answerBy } = current.question;
    workflow.wait(token, { execution: `${id}-1`, kind: 'review', end: Date.parse(answerBy) });
  }
  ports.pass({ ms: askedAgo });
  const answers: Answer[] = [];

  /** Somebody whose every call to the tables waits for its turn. */
  const acts = (name: string, act: (own: Services, inTurn: InTurn) => Promise<unknown>): Actor => ({
    name,
    act: (inTurn) => {
      const options = { marshallOptions: { removeUndefinedValues: true } };
      const documents = DynamoDBDocumentClient.from(clientAt(tables.endpoint), options);
      callsInTurn(documents, inTurn);
      spoil?.(documents);
      const { mailer, workflow: steps, bus, now, pass } = ports;
      const shared = { mailer, workflow: steps, bus, now, pass };
      return act({ ...useServices({ ...tables, documents }), ...shared }, inTurn);
    },
  });

  async function vote(own: Services, by: string, decision: DecisionKind): Promise<void> {
    const opened = await openReview(own, links.get(by) ?? '');
    const { contentHash } = opened.kind === 'open' ? opened.case.round : current.round;
    const posted = { decision, contentHash, ...(decision === 'reject' && { reason: 'other' as const }) };
    const outcome = opened.kind === 'open' ? await voteOnReview(own, opened, posted) : opened;
    answers.push({ to: by, asked: decision, round: roundOf(opened), outcome });
  }

  async function undo(own: Services, by: string): Promise<void> {
    const opened = await openReview(own, links.get(by) ?? '');
    const outcome = opened.kind === 'open' ? await undoReview(own, opened) : opened;
    answers.push({ to: by, asked: 'undo', round: roundOf(opened), outcome });
  }

  /** Time passes, and the reconciler looks whenever it should, until nothing more happens. */
  async function comeToRest(): Promise<void> {
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
      await comeToRest();
    }
  }

  return {
    ports,
    id,
    workflow,
    acts,
    comeToRest,
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
      await comeToRest();
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
      const mails = ports.mailer.sent.map(({ to, subject }) => `${to}: ${subject}`);
      for (const mail of new Set(mails))
        expect(mails.filter((one) => one === mail).length, mail).toBeLessThanOrEqual(mostMails);
      await tables.documents.send(new DeleteCommand({ TableName: submissionsTable, Key: { pk: id, sk: 'case' } }));
    },
  };
}

function roundOf(opened: { kind: 'open'; case: Case } | { kind: 'unknown' | 'expired' }): number {
  return opened.kind === 'open' ? opened.case.round.number : 1;
}

function caseWith(approvals: number, isUnasked: boolean): Case {
  const asked = aCase('in-review');
  if (isUnasked) return { ...asked, question: undefined, reviewers: [] };
  const question = asked.question && { ...asked.question, approvals };
  return { ...asked, question, checkAt: later(noon, { ms: windowOf('review'), hours: 1 }).toISOString() };
}
