import { revise } from '#shared/case/answers.ts';
import { whenDue, windowOf } from '#shared/case/question.ts';
import { hideContact } from '#shared/case/submitter-acts.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { onExecutionEnded, reconcileDue } from '#shared/operations/reconcile.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { aRevision, content } from '#test/support/cases.ts';
import { type Services, settings } from '#test/support/services.ts';
import type { Tables } from '#test/support/tables.ts';
import type { Race } from './race.ts';
import { layTable, type TakenAway } from './race-table.ts';

const minute = 60_000;
const undoTime = settings.undoMinutes * minute;

type Circumstances = Parameters<typeof layTable>[1];
type Table = Awaited<ReturnType<typeof layTable>>;

/** What happens at once on a table so laid. */
export interface RaceStory {
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

/** The submitter answers the changes that were asked for in the first round, once the workflow has asked; moderators are asked anew. */
const sendRevision = (table: Table) => async (own: Services) => {
  await table.workflow.as(own).work();
  await answerCase(own, table.id, (current, now) => revise(current, aRevision(revised), now));
  await table.workflow.as(own).work();
};
const revised = { ...content, title: 'Ny titel' };

/** Who meets whom, by what happens then. */
export const raceStories: Readonly<Record<string, RaceStory>> = {
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
  'one takes back too late while it becomes final': {
    before: ({ voted, ports }) => voted('anna', 'reject').then(() => ports.pass({ ms: undoTime })),
    at: ({ undo, reconciler }) => [undo('anna'), reconciler()],
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
  'the driver before still publishes when the next has, and the contact is hidden': {
    circumstances: { text: { ...content, contact: { ...content.contact, public: true } } },
    before: async ({ voted, ports }) => {
      await voted('anna', 'approve');
      ports.pass({ ms: undoTime });
      await reconcileDue(ports);
    },
    at: ({ acts, workflow, id }) => [
      acts('driver before', (own) => workflow.as(own).drive(`${id}-1`, { next: 'publish', waitSeconds: 0 })),
      acts('submitter', async (own) => {
        await onExecutionEnded(own, { name: `${id}-1`, status: 'FAILED' });
        await workflow.as(own).work();
        await answerCase(own, id, hideContact);
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

/** Lays the table for one schedule. `without`: with a safeguard taken away. */
export async function begin(
  { circumstances = {}, before, at, mostMails }: RaceStory,
  tables: Tables,
  without: TakenAway = {},
): Promise<Race> {
  const table = await layTable(tables, { ...circumstances, without });
  await before?.(table);
  return { actors: at(table), judge: () => table.judge(mostMails) };
}
