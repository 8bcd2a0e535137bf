/** The local world: a very small AWS that has deployed exactly one synthesized template. Its map is `README.md` beside this file. */
import { operatorKeyId } from './aws/permissions.ts';
import {
  type Closable,
  connectFunctions,
  type Open,
  openListeners,
  openStores,
  runDeployedFunctions,
  serveAws,
} from './boot.ts';
import type { openDynamodb } from './dynamodb/store.ts';
import { readApi } from './http/api.ts';
import { countsOf, pagesOf } from './inside.ts';
import { readAssembly } from './template/assembly.ts';
import { deploy } from './template/deployment.ts';
import { watchAlarms } from './watch/alarms.ts';

export type WorldOptions = {
  /** The folder of a synthesized cloud assembly, or what synthesizes it once the ports are taken. */
  assembly: string | (() => Promise<string>);
  /** Where tables, mailbox, executions, clock and logs are kept. */
  dataDir: string;
  /** Ports of the public address and of the AWS endpoint; 0 takes any free one. */
  port: number;
  awsPort: number;
  /** Empties the data folder first. */
  fresh?: boolean;
  /** Opens the tables in another engine than the local world's own. */
  openTables?: typeof openDynamodb;
  /** Where the clock of a fresh world starts; now, if it is not given. */
  startTime?: Date;
  /** Gets a line for people when something goes wrong; nothing of an event or a text is in it. */
  report?: (line: string) => void;
};

export type World = Awaited<ReturnType<typeof bootWorld>>;

/**
 * Boots the template; resolves when it answers. Several worlds can run beside each other on one machine.
 * @throws naming the logical id of the first thing in the template that is not known here.
 */
export async function bootWorld(options: WorldOptions) {
  const opened: Closable[] = [];
  // Last opened, first closed: executions and deliveries end before the functions they call, these before the tables.
  const closeAll = async () => {
    for (const thing of opened.splice(0).reverse()) await thing.close();
  };
  try {
    return await bootInto(options, opened, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function bootInto(options: WorldOptions, opened: Closable[], closeAll: () => Promise<void>) {
  const { report = () => undefined } = options;
  const open: Open = (thing) => {
    opened.push(thing);
    return thing;
  };

  // Ports and tables are taken before anything is written: a second world on the same folder fails here and does no harm.
  const listeners = await openListeners(options, open);
  const { location, awsAddress } = listeners;
  const assembly = typeof options.assembly === 'string' ? options.assembly : await options.assembly();
  const deployment = deploy(readAssembly(assembly), location);
  const stores = await openStores(deployment, options, open);
  const { clock, mailbox, activity, logs } = stores;
  const running = runDeployedFunctions(deployment, stores, { awsAddress, report }, open);
  const { functions, permissions, record } = running;
  const api = readApi(deployment, functions, permissions);
  const alarms = watchAlarms(deployment, stores.metrics, clock, mailbox);
  const connected = connectFunctions(deployment, stores, running, open);
  const { states, deliveries, schedules, deadLetters, advance } = connected;
  const counts = countsOf(stores, running, connected);
  const pages = pagesOf(deployment, stores, connected, alarms, counts);

  // From here on it runs: first what the last process left, then every schedule once, then requests.
  serveAws(listeners, deployment, stores, running, connected);
  states.recover();
  deliveries.begin();
  schedules.begin();
  listeners.http.serve({ api, functions, pages, location, clock, metrics: stores.metrics, report });

  return {
    origin: location.origin,
    awsEndpoint: awsAddress,
    region: location.region,
    /**
     * Credentials of a function, named by its logical id, the beginning of it, or its role's name.
     * @throws when none or several fit.
     */
    credentialsFor(wanted: string) {
      const byRole = functions.list.filter((one) => one.roleArn.endsWith(`/${wanted}`));
      const [only, another] = byRole.length > 0 ? byRole : functions.called(wanted);
      if (!only || another) throw new Error(`${another ? 'several functions fit' : 'no function fits'} ${wanted}`);
      return { accessKeyId: only.id, secretAccessKey: 'local' };
    },
    /** Credentials that may do everything, for command line and SDKs. */
    operatorCredentials: { accessKeyId: operatorKeyId, secretAccessKey: 'local' },
    deployment,
    /** Moves the clock; see `advance.ts`. */
    advance,
    now: () => new Date(clock.now()),
    /** Resolves when nothing is going on any more. */
    rest: activity.rest,
    mails: mailbox.list,
    executions: states.list,
    deadLetters: deadLetters.list,
    calls: record.calls,
    counts,
    logs: logs.lines,
    async stop() {
      clock.stop();
      await listeners.http.close();
      await closeAll();
    },
  };
}
