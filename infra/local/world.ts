/**
 * The local world: a very small AWS that has deployed exactly one synthesized template.
 *
 * The way of a request:
 *
 *   browser ──► http-front ──► routes, api-gateway-events ──► functions ──► instance ──► worker: the real bundle
 *                   │                                             ▲                          │ AWS SDK
 *                   └─► local-pages (/_local/…)                   │                          ▼
 *                                       executions, deliveries ───┘          aws-endpoint ──► who calls? permissions
 *                                             ▲                                              │
 *                                             └──── states, events ◄── dynamodb, mail ◄──────┘
 *
 * Reading order: support (what is run, ignored, refused) → template, identities (intrinsics) → deployment → this file.
 * Time comes from one clock that can be moved (clock, advance); what survives `kill -9` is in journals and dynalite's folder.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordCalls } from './aws/call-record.ts';
import { awsEndpoint, listen } from './aws/endpoint.ts';
import { operatorKeyId, readPermissions } from './aws/permissions.ts';
import { stsService } from './aws/sts-service.ts';
import { watchActivity } from './clock/activity.ts';
import { clockAdvance } from './clock/advance.ts';
import { startClock } from './clock/clock.ts';
import { openClockStore } from './clock/clock-store.ts';
import { dynamodbService } from './dynamodb/service.ts';
import { openDynamodb } from './dynamodb/store.ts';
import { readTables } from './dynamodb/tables.ts';
import { openDeadLetters } from './events/dead-letters.ts';
import { openDeliveries } from './events/deliveries.ts';
import { eventBuses } from './events/event-buses.ts';
import { eventsService } from './events/events-service.ts';
import { readRules } from './events/rules.ts';
import { recurringSchedules } from './events/schedules.ts';
import { runFunctions } from './functions/functions.ts';
import { lambdaService } from './functions/lambda-service.ts';
import { collectLogs } from './functions/logs.ts';
import { readApi } from './http/api.ts';
import { httpFront } from './http/http-front.ts';
import { mailService } from './mail/mail-service.ts';
import { openMailbox } from './mail/mailbox.ts';
import { localPages } from './pages/addresses.ts';
import { readAssembly } from './template/assembly.ts';
import { deploy } from './template/deployment.ts';
import { placeAt } from './template/identities.ts';
import { watchAlarms } from './watch/alarms.ts';
import { countMetrics } from './watch/metrics.ts';
import { runStateMachines, type StateMachines } from './workflow/state-machines.ts';
import { statesService } from './workflow/states-service.ts';

export type WorldOptions = {
  /** The folder of a synthesized cloud assembly. */
  assembly: string;
  /** Where tables, mailbox, executions, clock and logs are kept. */
  dataDir: string;
  /** Ports of the public address and of the AWS endpoint; 0 takes any free one. */
  port: number;
  awsPort: number;
  /** Empties the data folder first. */
  fresh?: boolean;
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

type Closable = { close(): unknown };

async function bootInto(options: WorldOptions, opened: Closable[], closeAll: () => Promise<void>) {
  const { dataDir, report = () => undefined } = options;
  const file = (name: string) => join(dataDir, name);
  const open = <Thing extends Closable>(thing: Thing): Thing => {
    opened.push(thing);
    return thing;
  };

  // Ports and tables are taken before anything is written: a second world on the same folder fails here and does no harm.
  const [front, aws] = await Promise.all([listen(options.port), listen(options.awsPort)]);
  const http = open(httpFront(front.server));
  const endpoint = open(awsEndpoint(aws.server));
  const place = placeAt(`http://localhost:${front.port}`);
  const awsAddress = `http://127.0.0.1:${aws.port}`;
  const deployment = deploy(readAssembly(options.assembly), place);
  if (options.fresh) emptyFolder(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const tables = readTables(deployment);
  const dynamodb = open(await openDynamodb(file('tables'), tables));

  const clockStore = open(openClockStore(file('clock.jsonl')));
  const clock = startClock(
    clockStore.offset ?? (options.startTime ? options.startTime.getTime() - Date.now() : 0),
    clockStore.keep,
  );
  clockStore.keep(clock.offset());
  open({ close: clock.stop });
  const activity = watchActivity();
  const metrics = countMetrics(clock);
  const mailbox = open(openMailbox(file('mail.jsonl'), clock.iso));
  const logs = open(collectLogs(file('logs'), (_, line) => metrics.recordFromLog(line)));
  const functions = runFunctions(deployment, {
    clock,
    activity,
    awsEndpoint: awsAddress,
    output: logs.write,
    ended(name, outcome) {
      if (outcome.kind === 'returned') return;
      logs.write(name, `${JSON.stringify(outcome.error)}\n`);
      metrics.record({ namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: name }, value: 1 });
      report(`${name} failed: ${outcome.error.errorType} (see ${file(`logs/${name}.log`)})`);
    },
  });
  open(functions);
  const permissions = readPermissions(deployment, functions.list);
  const record = recordCalls();
  const { authorize } = record;
  const rules = readRules(deployment, functions, permissions);
  const api = readApi(deployment, functions, permissions);
  const alarms = watchAlarms(deployment, metrics, clock, mailbox);

  // What travels between functions.
  const deadLetters = open(
    openDeadLetters(deployment, file('dead-letters.jsonl'), clock.iso, (QueueName, value) =>
      metrics.record({
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName },
        value,
      }),
    ),
  );
  const deliveries = open(
    openDeliveries(deployment, file('deliveries.jsonl'), {
      clock,
      activity,
      functions,
      deadLetters,
      maySend(target, queue) {
        const caller = permissions.callerOf(target.id);
        return caller !== undefined && record.allowed(caller, 'sqs:SendMessage', queue);
      },
    }),
  );
  const buses = eventBuses(deployment, rules, { clock, deliveries, deadLetters });
  const states: StateMachines = open(
    await runStateMachines(deployment, file('executions.jsonl'), {
      clock,
      activity,
      functions,
      permissions,
      announce(execution) {
        metrics.recordEnding(execution.machineArn, execution.status);
        buses.announce(execution);
      },
    }),
  );
  const schedules = recurringSchedules(rules, clock, buses.runSchedule);
  const advance = clockAdvance(clock, activity, schedules);

  endpoint.serve(
    {
      dynamodb: dynamodbService(tables, dynamodb.port, authorize),
      states: statesService(states, authorize),
      ses: mailService(deployment, mailbox, authorize),
      events: eventsService(buses, place, authorize),
      lambda: lambdaService(functions, deliveries, authorize),
      sts: stsService(place),
    },
    permissions,
    clock,
  );
  const counts = () => {
    const { writeUnits, ...recorded } = record.counts();
    return {
      ...recorded,
      writeUnits: writeUnits + dynamodb.indexUnits(),
      transitions: states.transitions(),
      mails: mailbox.list().length,
      metrics: metrics.totals(),
    };
  };
  const pages = localPages({
    shown: () => ({
      now: clock.iso(),
      mails: mailbox.list(),
      executions: states
        .list()
        .toReversed()
        .map(({ arn, name, status, at }) => {
          const where = states.where(arn);
          return {
            name,
            status,
            state: where?.state,
            waits: where?.waits ?? false,
            startedAt: new Date(at).toISOString(),
          };
        }),
      alarms: alarms.map((alarm) => ({ name: alarm.name, state: alarm.state() })),
      deadLetters: deadLetters.list(),
      ignored: deployment.ignored,
    }),
    counts,
    now: clock.iso,
    advance,
    clearMail: mailbox.clear,
  });

  // From here on it lives: first what the last process left, then every schedule once, then the doors open.
  states.recover();
  deliveries.begin();
  schedules.begin();
  http.serve({ api, functions, pages, place, clock });

  return {
    origin: place.origin,
    awsEndpoint: awsAddress,
    region: place.region,
    /**
     * Credentials of a function, named by its logical id, the beginning of it, or its role's name.
     * @throws when none or several fit.
     */
    credentialsFor(wanted: string) {
      const exact = functions.list.filter((one) => one.id === wanted || one.roleArn.endsWith(`/${wanted}`));
      const [only, another] = exact.length > 0 ? exact : functions.list.filter((one) => one.id.startsWith(wanted));
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
      await http.close();
      await closeAll();
    },
  };
}

/** The synthesized assembly may lie in the same folder; it is no data. */
function emptyFolder(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('assembly')) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
