import { describe, expect, it, vi } from 'vitest';
import { revise } from '#shared/case/answers.ts';
import { whenDue, windowOf } from '#shared/case/question.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { onExecutionEnded } from '#shared/operations/reconcile.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { aRevision, content } from '#test/support/cases.ts';
import { type Services, settings } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';
import { isWhole, seed } from './extent.ts';
import { explore, type Race } from './race.ts';
import { layTable } from './race-table.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn(), measureOldestDue: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();
const minute = 60_000;
const undoTime = settings.undoMinutes * minute;

type Circumstances = Parameters<typeof layTable>[1];
type Table = Awaited<ReturnType<typeof layTable>>;

/** What happens at once on a table so laid. */
interface Story {
  readonly circumstances?: Circumstances;
  /** What has happened before. */
  readonly before?: (table: Table) => Promise<unknown>;
  readonly at: (table: Table) => Race['actors'];
  readonly mostMails?: number;
}

/** Two send what they find unsent, so a mail that the other has just in hand can leave twice. */
const twice = 2;

/** The execution that waits for the moderators has waited long enough, so many milliseconds later. */
const timeOut = (table: Table, after: number) =>
  table.acts('timeout', async (own, inTurn) => {
    await inTurn(async () => table.ports.pass({ ms: after }));
    await table.workflow.as(own).timeOut();
  });

/** The submitter answers the changes that were asked for in the first round, once the workflow has asked. */
const sendRevision = (table: Table) => async (own: Services) => {
  await table.workflow.as(own).work();
  await answerCase(own, table.id, (current, now) => revise(current, aRevision(revised), now));
};
const revised = { ...content, title: 'Ny titel' };

const stories: Record<string, Story> = {
  'two approve, and one is enough': {
    at: ({ vote }) => [vote('anna', 'approve'), vote('bo', 'approve')],
  },
  'two approve, and both are needed': {
    circumstances: { approvals: 2 },
    at: ({ vote }) => [vote('anna', 'approve'), vote('bo', 'approve')],
  },
  'two answer differently, and one is enough': {
    at: ({ vote }) => [vote('anna', 'approve'), vote('bo', 'reject')],
  },
  'two answer differently, and both are needed': {
    circumstances: { approvals: 2 },
    at: ({ vote }) => [vote('anna', 'approve'), vote('bo', 'request-changes')],
  },
  'one presses twice': {
    at: ({ vote }) => [vote('anna', 'reject'), vote('anna', 'reject')],
  },
  'one takes back and another answers': {
    circumstances: { approvals: 2 },
    before: ({ voted }) => voted('anna', 'approve'),
    at: ({ undo, vote }) => [undo('anna'), vote('bo', 'approve')],
  },
  'one takes back while it becomes final': {
    before: ({ voted }) => voted('anna', 'reject'),
    at: ({ undo, reconciler }) => [undo('anna'), reconciler(undoTime)],
  },
  'one takes back and another answers while it becomes final': {
    before: ({ voted }) => voted('anna', 'approve'),
    at: ({ undo, vote, reconciler }) => [undo('anna'), vote('bo', 'reject'), reconciler(undoTime)],
  },
  'one answers too late while it becomes final': {
    before: ({ voted, ports }) => voted('anna', 'approve').then(() => ports.pass({ ms: undoTime })),
    at: ({ vote, reconciler }) => [vote('bo', 'reject'), reconciler()],
  },
  'it becomes final when nobody is waited for any longer': {
    circumstances: { askedAgo: windowOf('review') - minute },
    before: ({ voted }) => voted('anna', 'approve'),
    at: (table) => [table.reconciler(minute), timeOut(table, minute)],
    mostMails: twice,
  },
  'one answers when nobody is waited for any longer': {
    circumstances: { askedAgo: windowOf('review') - minute },
    at: (table) => [table.vote('anna', 'reject'), timeOut(table, minute)],
  },
  'one answers when all are to be reminded': {
    circumstances: { askedAgo: whenDue('review', 'remind') },
    at: ({ vote, acts }) => [vote('anna', 'approve'), acts('reminder', (own) => remindAll(own))],
  },
  'one answers what is being revised': {
    before: ({ voted, comeToRest }) => voted('anna', 'request-changes').then(comeToRest),
    at: (table) => [table.vote('bo', 'approve'), table.acts('submitter', sendRevision(table))],
  },
  'one answers what is decided and revised': {
    before: ({ voted }) => voted('anna', 'request-changes'),
    at: (table) => [table.vote('bo', 'approve'), table.reconciler(undoTime, sendRevision(table))],
  },
  'two reconcilers run': {
    before: ({ voted, ports }) => voted('anna', 'reject').then(() => ports.pass({ ms: undoTime })),
    at: ({ reconciler }) => [reconciler(), reconciler()],
  },
  'the driver before still asks while the next begins': {
    circumstances: { isUnasked: true },
    at: ({ acts, workflow, id }) => [
      acts('driver before', (own) => workflow.as(own).drive(`${id}-1`, { next: 'ask-moderators', waitSeconds: 60 })),
      acts('next driver', async (own) => {
        await onExecutionEnded(own, { name: `${id}-1`, status: 'FAILED' });
        await workflow.as(own).work();
      }),
    ],
    mostMails: twice,
  },
  'one answers while the next driver takes over': {
    before: ({ ports, id }) => onExecutionEnded(ports, { name: `${id}-1`, status: 'FAILED' }),
    at: ({ vote, acts, workflow }) => [vote('anna', 'approve'), acts('next driver', (own) => workflow.as(own).work())],
  },
};

async function begin({ circumstances = {}, before, at, mostMails }: Story, spoil?: Circumstances): Promise<Race> {
  const table = await layTable(tables, { ...circumstances, ...spoil });
  await before?.(table);
  return { actors: at(table), judge: () => table.judge(mostMails) };
}

/** Where not all are run, how many schedules with one preemption, and with two, of each story. */
const sample = 10;
/** Ends only what hangs. */
const longest = isWhole ? 120 * minute : 10 * minute;

describe('whoever goes first, nothing is lost or decided twice when', () => {
  it.each(Object.entries(stories))(
    '%s',
    async (name, story) => {
      const { schedules, expected, calls } = await explore(() => begin(story), sample);
      process.stdout.write(`${name}: ${schedules} schedules, ${calls} calls (seed ${seed})\n`);
      expect(schedules).toBeGreaterThanOrEqual(expected);
    },
    longest,
  );
});

describe('with a safeguard taken away, the explorer finds what goes wrong when', () => {
  /** Writes whatever was stored meanwhile. */
  const spoil: NonNullable<Circumstances>['spoil'] = (documents) =>
    documents.middlewareStack.add(
      (next) => (args) => {
        const { input } = args;
        if (!('Item' in input) || !('ConditionExpression' in input)) return next(args);
        const none = {
          ConditionExpression: undefined,
          ExpressionAttributeNames: undefined,
          ExpressionAttributeValues: undefined,
        };
        return next({ ...args, input: { ...input, ...none } });
      },
      { step: 'initialize', name: 'withoutCondition' },
    );

  it.each([
    'two approve, and both are needed',
    'two answer differently, and one is enough',
    'one takes back while it becomes final',
    'one answers when nobody is waited for any longer',
    // Here only two preemptions at the right places show it, which takes many schedules.
    ...(isWhole ? ['two reconcilers run'] : []),
  ])(
    '%s',
    async (name) => {
      const story = stories[name] ?? { at: () => [] };
      await expect(explore(() => begin(story, { spoil }), Number.POSITIVE_INFINITY)).rejects.toThrow('Wrong after');
    },
    longest,
  );
});
