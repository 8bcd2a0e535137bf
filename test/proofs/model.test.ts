import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDraftStore } from '#shared/case/draft-store.ts';
import { windowOf } from '#shared/case/question.ts';
import { submit } from '#shared/intake/submit.ts';
import { createNoteStore } from '#shared/moderation/note-store.ts';
import { content } from '#test/support/cases.ts';
import { readCase, settings, useServices } from '#test/support/services.ts';
import { submissionsTable } from '#test/support/tables.ts';
import { openTables } from './edge/tables.ts';
import { clientSettings } from './edge/wire.ts';
import { isWhole, seed } from './extent.ts';
import { newModel } from './model.ts';
import { anything, comeToAnEnd, type Real } from './model-commands.ts';
import { expectEverybodyTold } from './model-truth.ts';
import { expectAtRest } from './race-truth.ts';
import { smallWorkflow } from './small-workflow.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn(), measureOldestDue: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

/** Tables of its own, asked without a network. */
async function newTables() {
  const client = new DynamoDBClient(clientSettings(await openTables()));
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { documents, endpoint: '' };
}

/** Who is asked, how many must approve, and who would decide about their own. */
interface Situation {
  readonly theme: 'health' | 'housing';
  readonly approvals: 1 | 2 | 3;
  readonly stake: string | undefined;
}

/** Who sits at the lead institution, which takes `health`, and at the other, which takes `housing`. */
const lead = ['anna', 'bo', 'cia'];
const other = ['dan', 'eva', 'fia'];

const situations: readonly Situation[] = [
  { theme: 'health', approvals: 1, stake: undefined },
  { theme: 'health', approvals: 3, stake: undefined },
  { theme: 'health', approvals: 2, stake: 'bo' },
  { theme: 'housing', approvals: 2, stake: undefined },
  { theme: 'housing', approvals: 1, stake: 'eva' },
  { theme: 'housing', approvals: 3, stake: 'eva' },
];

async function begin({ theme, approvals, stake }: Situation) {
  const tables = await newTables();
  const routes = settings.routes.map((route) => ({ ...route, approvals }));
  const ports = { ...useServices(tables), settings: { ...settings, routes } };
  const contact = stake === undefined ? content.contact : { ...content.contact, email: `${stake}@nordic.example` };
  const sent = { ...content, themes: [theme], contact };
  const circumstances = { honeypot: '', secondsOnPage: 60 };
  const arrival = { address: '192.0.2.1', mayBeHeld: false };
  const submitted = await submit(ports, { form: 'initiative', content: sent, language: 'sv', circumstances, arrival });
  if (submitted.kind !== 'accepted') throw new Error(submitted.kind);
  const { id } = submitted;
  const real: Real = {
    ports,
    id,
    content: sent,
    workflow: smallWorkflow(ports, id),
    drafts: createDraftStore(tables.documents, submissionsTable),
    notes: createNoteStore(tables.documents, submissionsTable),
  };
  await real.workflow.work();
  const windows = { confirm: windowOf('confirm'), review: windowOf('review'), revise: windowOf('revise') };
  const tieBreakers = lead.filter((one) => one !== stake);
  const { undoMinutes } = settings;
  const model = newModel({ approvals, undoMinutes, windows, tieBreakers }, sent.title, ports.now().getTime());
  return { model, real };
}

/** How many sequences of each situation, and how long. */
const [sequences, longest] = isWhole ? [300, 80] : [4, 60];

describe('whatever people, time and failures do, a submission is where the promises say', () => {
  it.each(situations)(
    '%j',
    async (situation) => {
      const people = situation.theme === 'health' ? [...lead, ...lead, 'dan'] : [...other, ...other, ...lead];
      const reached = new Map<string, number>();
      const property = fc.asyncProperty(anything(people, longest), async (commands) => {
        let end: Awaited<ReturnType<typeof begin>> | undefined;
        const setup = async () => {
          end = await begin(situation);
          return end;
        };
        await fc.asyncModelRun(setup, commands);
        if (end === undefined) return;
        const { model, real } = end;
        await comeToAnEnd(model, real);
        await expectAtRest(real.ports, real.id);
        await expectEverybodyTold(model, real);
        const { status } = await readCase(real.ports, real.id);
        reached.set(status, (reached.get(status) ?? 0) + 1);
      });
      await fc.assert(property, { seed, numRuns: sequences, endOnFailure: !isWhole });
      const ends = [...reached].map(([status, times]) => `${times} ${status}`).join(', ');
      process.stdout.write(`${JSON.stringify(situation)}: ${sequences} sequences (seed ${seed}): ${ends}\n`);
      expect([...reached.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(sequences);
    },
    isWhole ? 7_200_000 : 600_000,
  );
});
