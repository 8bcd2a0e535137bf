import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, vi } from 'vitest';
import type { FunctionPath } from '#infra/functions.ts';
import { newSecret } from '#shared/aws/system.ts';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { newQuestion } from '#shared/case/question.ts';
import type { Status } from '#shared/case/status.ts';
import type { Link, LinkKind } from '#shared/links/link.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { createMailBudgets } from '#shared/moderation/mail-budget-store.ts';
import { aCase } from './cases.ts';
import { answerOf, coldStart, environment, example, type Handler, withSecret } from './functions.ts';
import { submissionsTable, useTables } from './tables.ts';

/** The function behind each kind of link. */
export const linkPaths = {
  confirm: 'links/confirm',
  review: 'links/review',
  revise: 'links/revise',
  status: 'links/show-status',
} as const satisfies Record<LinkKind, FunctionPath>;

/** The functions behind mailed links, on tables of their own and with a Step Functions that takes everything. */
export function useMailedLinks(...kinds: readonly LinkKind[]) {
  const tables = useTables();
  const states = mockClient(SFNClient);
  const handlers = new Map<LinkKind, Handler>();
  beforeAll(async () => {
    for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
    const env = { ...environment, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint };
    for (const kind of kinds) handlers.set(kind, await coldStart(linkPaths[kind], env));
  });
  beforeEach(() => {
    states.reset();
    states.on(SendTaskSuccessCommand).resolves({}).on(StartExecutionCommand).resolves({});
  });

  const cases = () => createCaseStore(tables.documents, submissionsTable);
  const links = () => createLinkStore(tables.documents, submissionsTable, newSecret);
  const mint = (link: Link) => links().mint(link);
  const call = (kind: LinkKind, event: Record<string, unknown>) => {
    const handler = handlers.get(kind);
    if (handler === undefined) throw new Error(`${kind} is not started`);
    return answerOf(handler, event);
  };

  return {
    states,
    /** Where the tables are. */
    endpoint: () => tables.endpoint,
    cases,
    budgets: () => createMailBudgets(tables.documents, submissionsTable),
    mint,
    /** What is stored of the link with that secret. */
    findLink: (secret: string) => links().find(secret),
    call,
    /** A case of today, and a link to it as it would be mailed. */
    async mailed(kind: LinkKind, status: Status, changes: Partial<Case> = {}, moderator?: string) {
      const now = new Date();
      const fresh = aCase(status);
      const question = fresh.question && newQuestion(fresh.question.kind, fresh.question.token, now);
      const current = { ...fresh, question, updatedAt: now.toISOString(), ...changes };
      await cases().create(current);
      const secret = await mint(newLink(kind, current, now, moderator));
      const open = (name = 'open-as-json') => call(kind, withSecret(example(linkPaths[kind], name), secret));
      return { current, secret, open };
    },
    /** The case as it is stored now. */
    async stored(id: string): Promise<Case> {
      const current = await cases().read(id);
      if (current === undefined) throw new Error('The case is gone');
      return current;
    },
    /** Every item of the table. */
    everything: async () => (await tables.documents.send(new ScanCommand({ TableName: submissionsTable }))).Items,
  };
}
