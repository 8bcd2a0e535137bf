import type { EventBus } from '#shared/aws/event-bus.ts';
import type { Mail, Mailer } from '#shared/aws/mailer.ts';
import { newId, newSalt, newSecret } from '#shared/aws/system.ts';
import type { Workflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { Standing } from '#shared/case/standing.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { createCatalogue, createPublisher } from '#shared/catalogue/initiative-store.ts';
import { createGateStore } from '#shared/intake/gate-store.ts';
import { createKeyStore } from '#shared/intake/key-store.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import { createMailBudgets, type MailBudgets } from '#shared/moderation/mail-budget-store.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { later, noon } from './cases.ts';
import { initiativesTable, submissionsTable, type Tables } from './tables.ts';

const person = (id: string, language: 'sv' | 'da' | 'fi') => ({
  id,
  name: id,
  email: `${id}@nordic.example`,
  language,
});

/** Two institutions: `nordic_welfare_centre` leads and takes what no other route takes, `nordregio` takes housing. */
export const settings: ModerationSettings = {
  institutions: [
    {
      id: 'nordic_welfare_centre',
      lead: true,
      contact: 'welfare@nordic.example',
      moderators: [person('anna', 'sv'), person('bo', 'da')],
      deputy: person('cia', 'fi'),
    },
    {
      id: 'nordregio',
      lead: false,
      contact: 'regio@nordic.example',
      moderators: [person('dan', 'da'), person('eva', 'sv')],
      deputy: person('fia', 'fi'),
    },
  ],
  routes: [{ themes: ['housing'], institution: 'nordregio' }, { institution: 'nordic_welfare_centre' }],
  undoMinutes: 10,
};

/** Fails when told to: `failure` is thrown instead of doing what was asked. */
interface Failing {
  failure: Error | undefined;
}

/** Keeps what was sent. Addresses in `refused` take no mail; for those in `busy` SES is too busy; for those in `failing` it fails. */
function fakeMailer() {
  const sent: Mail[] = [];
  const [refused, busy, failing] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const send: Mailer['send'] = async ({ to, ...mail }) => {
    if (failing.has(to)) throw new Error(`The address ${to} cannot be mailed to`);
    if (refused.has(to)) return { kind: 'refused' };
    if (busy.has(to)) return { kind: 'busy' };
    sent.push({ to, ...mail });
    return { kind: 'sent', messageId: `message ${sent.length}` };
  };
  return { sent, refused, busy, failing, send, to: () => sent.map((mail) => mail.to) };
}

/** Runs executions by the rule of names: a started name runs until `end`, and is then refused. */
function fakeWorkflow() {
  const executions = new Map<string, 'running' | 'ended'>();
  const started: string[] = [];
  const woken: { token: string; standing: Standing }[] = [];
  const waiting = new Set<string>();
  const state: Failing = { failure: undefined };
  return {
    started,
    woken,
    /** Tokens that a running execution waits with; every other is dead. */
    waiting,
    state,
    end: (name: string) => executions.set(name, 'ended'),
    start: (async (name) => {
      if (state.failure !== undefined) throw state.failure;
      started.push(name);
      const known = executions.get(name) ?? 'running';
      executions.set(name, known);
      return known;
    }) satisfies Workflow['start'],
    wake: (async (token, output) => {
      if (state.failure !== undefined) throw state.failure;
      if (!waiting.delete(token)) return 'dead';
      woken.push({ token, standing: Standing.parse(output) });
      return 'woken';
    }) satisfies Workflow['wake'],
  };
}

function fakeBus() {
  const told: Parameters<EventBus['initiativePublished']>[0][] = [];
  const withdrawn: Parameters<EventBus['initiativeWithdrawn']>[0][] = [];
  return {
    told,
    withdrawn,
    initiativeWithdrawn: (async (initiative) =>
      void withdrawn.push(initiative)) satisfies EventBus['initiativeWithdrawn'],
    initiativePublished: (async (initiative) => void told.push(initiative)) satisfies EventBus['initiativePublished'],
  };
}

/** More posts than any test sends. */
export const roomy: PostLimits = { perNetwork: 100_000, perForm: { tenMinutes: 1_000_000, day: 1_000_000 } };

/** Tests share addresses and a table; what one mails is not to count for another. */
function budgetsOfItsOwn({ take, noteKnown, noteUnwanted, endUnwanted }: MailBudgets): MailBudgets {
  const own = `${newId()}.`;
  return {
    take: (address, mail, now) => take(own + address, mail, now),
    noteKnown: (address, now) => noteKnown(own + address, now),
    noteUnwanted: (address, now) => noteUnwanted(own + address, now),
    endUnwanted: (address, now) => endUnwanted(own + address, now),
  };
}

/** All ports of the use cases: real stores on the test's tables, everything else a fake, and a clock to be moved. */
export function useServices(tables: Tables) {
  let time = noon;
  const { documents } = tables;
  return {
    cases: createCaseStore(documents, submissionsTable),
    waiting: createWaitingStore(documents, submissionsTable),
    gate: createGateStore(documents, submissionsTable, newSecret),
    limits: roomy,
    pick: (below: number) => below - 1,
    keys: createKeyStore(documents, submissionsTable),
    links: createLinkStore(documents, submissionsTable, newSecret),
    catalogue: createCatalogue(documents, initiativesTable),
    publisher: createPublisher(documents, initiativesTable, () => time),
    mailer: fakeMailer(),
    budgets: budgetsOfItsOwn(createMailBudgets(documents, submissionsTable)),
    workflow: fakeWorkflow(),
    bus: fakeBus(),
    settings,
    origin: 'https://clearing.example',
    newId,
    newSalt,
    now: () => time,
    /** Lets time pass. */
    pass: (by: Parameters<typeof later>[1]) => {
      time = later(time, by);
    },
  };
}
export type Services = ReturnType<typeof useServices>;

/** The case as it is stored now; it must be there. */
export async function readCase({ cases }: Pick<Services, 'cases'>, id: string): Promise<Case> {
  const current = await cases.read(id);
  if (current === undefined) throw new Error(`There is no case ${id}`);
  return current;
}
