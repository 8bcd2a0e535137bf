import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { FunctionPath } from '#infra/functions.ts';
import { createEventBus } from '#shared/aws/event-bus.ts';
import { createMailer } from '#shared/aws/mailer.ts';
import { createWorkflow } from '#shared/aws/workflow.ts';
import type { Case } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { indexEntries } from '#shared/case/index-entries.ts';
import { indexes } from '#shared/case/indexes.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { createCatalogue, createPublisher } from '#shared/catalogue/initiative-store.ts';
import { createGateStore } from '#shared/intake/gate-store.ts';
import { createKeyStore } from '#shared/intake/key-store.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { createMailBudgets } from '#shared/moderation/mail-budget-store.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { later, noon } from '#test/support/cases.ts';
import { roomy } from '#test/support/services.ts';
import { initiativesTable, submissionsTable } from '#test/support/tables.ts';
import { type Ablation, openAws } from './edge/aws.ts';
import { functionsWith } from './edge/functions.ts';
import type { Around, Deliver } from './edge/invocations.ts';
import { witnessOf } from './witness.ts';

export interface WorldOptions {
  readonly settings: ModerationSettings;
  readonly around: Around;
  readonly deliver: Deliver;
  readonly refusing?: readonly string[] | undefined;
  readonly ablation?: Ablation & { readonly isUnreconciled?: boolean };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

const minute = 60_000;
/** How often the schedules run (infra/clearing-centre-stack.ts). */
const rates = { reconcile: 1 * minute, remind: 15 * minute };
/** Longer than any question waits, in milliseconds. */
const longestWait = 60 * 24 * 60 * minute;
/** More things do not happen in a life of a case. */
const mostHappenings = 200;

/** Whatever was to happen does not happen. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** The service with all its parts on an AWS of its own, in which one case lives. Time passes when a story lets it. */
export async function openWorld({ settings, around, deliver, refusing, ablation }: WorldOptions) {
  const witness = witnessOf(settings);
  const aws = await openAws({ start: noon, around, deliver, refusing, ablation, witness });
  const { clock, clients, activity } = aws;
  witness.watch(aws.own);
  const random = deterministic();
  const now = () => new Date(clock.now());
  const ports = {
    cases: createCaseStore(clients.documents, submissionsTable),
    waiting: createWaitingStore(clients.documents, submissionsTable),
    gate: createGateStore(clients.documents, submissionsTable, () => random().toString('hex')),
    limits: roomy,
    pick: () => 0,
    keys: createKeyStore(clients.documents, submissionsTable),
    links: createLinkStore(clients.documents, submissionsTable, () => random().toString('base64url')),
    publisher: createPublisher(clients.documents, initiativesTable, now),
    mailer: createMailer('no-reply@clearing.example', 'untracked', clients.mails),
    budgets: createMailBudgets(clients.documents, submissionsTable),
    workflow: createWorkflow('moderation', clients.states),
    bus: createEventBus('public', clients.events),
    settings,
    origin: 'https://clearing.example',
    newId: () => v7({ msecs: clock.now(), random: random() }),
    newSalt: () => random().toString('hex').slice(0, 32),
    now,
  };
  aws.deploy(functionsWith(ports));
  const lastRuns = { reconcile: 0, remind: 0 };
  let happenings = 0;

  /** When a schedule next finds something. Runs in between find nothing and change nothing, so they are left out. */
  function nextRun(what: keyof typeof rates, due: string | undefined): number | undefined {
    if (due === undefined) return undefined;
    const rate = rates[what];
    return Math.max(Math.ceil(Date.parse(due) / rate) * rate, lastRuns[what] + rate, clock.now());
  }

  async function dueRuns() {
    const heads = await witness.heads();
    const entries = heads.map(indexEntries);
    const first = (attribute: string) => entries.flatMap((entry) => entry[attribute] ?? []).sort()[0];
    return {
      reconcile: ablation?.isUnreconciled ? undefined : nextRun('reconcile', first(indexes.checks.at)),
      remind: nextRun('remind', first(indexes.reminders.at)),
    };
  }

  /** Lets the next thing happen that is due by then; false when nothing is. */
  async function happens(by: number): Promise<boolean> {
    await activity.rest();
    const runs = await dueRuns();
    const due = Math.min(...[clock.nextDue(), runs.reconcile, runs.remind].filter((one) => one !== undefined));
    if (due > by) return false;
    happenings += 1;
    if (happenings > mostHappenings) throw new Stuck('It goes round in a circle');
    clock.moveTo(due);
    for (const what of ['reconcile', 'remind'] as const) {
      if (runs[what] !== due) continue;
      lastRuns[what] = due;
      aws.send(`operations/${what}`, { source: 'aws.events', time: clock.iso() });
    }
    await activity.rest();
    return true;
  }

  return {
    aws,
    ports,
    settings,
    witness,
    now,
    /** Reads that belong to no function. */
    own: {
      cases: createCaseStore(aws.own, submissionsTable),
      links: createLinkStore(aws.own, submissionsTable, () => ''),
      catalogue: createCatalogue(aws.own, initiativesTable),
    },
    /** Calls a function as a person does: who sees an error tries again. */
    async press<Result>(path: FunctionPath, body: () => Promise<Result>): Promise<Result> {
      const attempt = () => aws.call(path, body);
      const result = await attempt().catch(attempt);
      await activity.rest();
      return result;
    },
    /** Lets time pass, with all that is due in it. */
    async pass(by: Parameters<typeof later>[1]): Promise<void> {
      const end = later(now(), by).getTime();
      while (await happens(end));
      clock.moveTo(end);
      await activity.rest();
    },
    /** Lets happen what happens until it is so. */
    async until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
      await activity.rest();
      while (!(await isSo())) if (!(await happens(Number.MAX_SAFE_INTEGER))) throw new Stuck(what);
    },
    /** Lets everything happen that anybody still waits for. What is asked once a year is another story. */
    async end(): Promise<void> {
      while (await happens(clock.now() + longestWait));
    },
    /** The case that lives here. */
    async case(): Promise<Case> {
      const [only, ...others] = await witness.heads();
      if (only === undefined || others.length > 0) throw new Stuck(`There are ${others.length + (only ? 1 : 0)} cases`);
      return only;
    },
  };
}

/** 32 bytes after the other that look random and are the same in each life. */
function deterministic(): () => Buffer {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(String(count)).digest();
  };
}
