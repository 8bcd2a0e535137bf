/** The steps of booting the local world, in the order in which `world.ts` takes them. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordCalls } from './aws/call-record.ts';
import { cloudformationService } from './aws/cloudformation-service.ts';
import { awsEndpoint } from './aws/endpoint.ts';
import { readPermissions } from './aws/permissions.ts';
import { stsService } from './aws/sts-service.ts';
import { watchActivity } from './clock/activity.ts';
import { clockAdvance } from './clock/advance.ts';
import { startClock } from './clock/clock.ts';
import { openClockStore } from './clock/clock-store.ts';
import { recurringSchedules } from './clock/schedules.ts';
import { dynamodbService } from './dynamodb/service.ts';
import { openDynamodb } from './dynamodb/store.ts';
import { readTables } from './dynamodb/tables.ts';
import { openDeadLetters } from './events/dead-letters.ts';
import { openDeliveries } from './events/deliveries.ts';
import { eventBuses } from './events/event-buses.ts';
import { eventsService } from './events/events-service.ts';
import { readRules } from './events/rules.ts';
import { runFunctions } from './functions/functions.ts';
import { lambdaService } from './functions/lambda-service.ts';
import { collectLogs } from './functions/logs.ts';
import { httpFront } from './http/http-front.ts';
import { mailFaults } from './mail/mail-faults.ts';
import { mailService } from './mail/mail-service.ts';
import { openMailbox } from './mail/mailbox.ts';
import { listen } from './server/listening.ts';
import type { Deployment } from './template/deployment.ts';
import { locationAt } from './template/identities.ts';
import { countMetrics } from './watch/metrics.ts';
import { runStateMachines } from './workflow/state-machines.ts';
import { statesService } from './workflow/states-service.ts';
import { statusChange } from './workflow/status-change.ts';

export type Closable = { close(): unknown };

/** Notes what is to be closed at the end, and gives it back. */
export type Open = <Thing extends Closable>(thing: Thing) => Thing;

export type Listeners = Awaited<ReturnType<typeof openListeners>>;
export type Stores = Awaited<ReturnType<typeof openStores>>;
export type Running = ReturnType<typeof runDeployedFunctions>;
export type Connected = ReturnType<typeof connectFunctions>;

/** Takes the two ports; requests wait until the world is ready to answer. */
export async function openListeners(ports: { port: number; awsPort: number }, open: Open) {
  const front = await listen(ports.port);
  const http = open(httpFront(front.server));
  const aws = await listen(ports.awsPort);
  return {
    http,
    aws: open(awsEndpoint(aws.server)),
    location: locationAt(`http://localhost:${front.port}`),
    awsAddress: `http://127.0.0.1:${aws.port}`,
  };
}

type StoreOptions = { dataDir: string; fresh?: boolean; startTime?: Date; openTables?: typeof openDynamodb };

/** Opens what is kept (tables, clock, mailbox, logs) and what counts and measures beside it. */
export async function openStores(
  deployment: Deployment,
  { dataDir, fresh, startTime, openTables = openDynamodb }: StoreOptions,
  open: Open,
) {
  const file = (name: string) => join(dataDir, name);
  const tables = readTables(deployment);
  // Opening the tables makes sure that no other world uses the folder.
  const dynamodb = open(await openTables(file('tables'), tables, fresh));
  if (fresh) emptyFolder(dataDir);
  const clock = openClock(file('clock.jsonl'), startTime, open);
  const metrics = countMetrics(clock);
  return {
    file,
    tables,
    dynamodb,
    clock,
    metrics,
    activity: watchActivity(),
    mailbox: open(openMailbox(file('mail.jsonl'), clock.iso)),
    mailFaults: mailFaults(),
    logs: open(collectLogs(file('logs'), (_, line) => metrics.recordFromLog(line))),
  };
}

function openClock(path: string, startTime: Date | undefined, open: Open) {
  const store = open(openClockStore(path));
  const clock = startClock(store.offset ?? (startTime ? startTime.getTime() - Date.now() : 0), store.keep);
  store.keep(clock.offset());
  open({ close: clock.stop });
  return clock;
}

/** Makes the functions callable, and says who of them may do what. */
export function runDeployedFunctions(
  deployment: Deployment,
  { file, clock, activity, metrics, logs }: Stores,
  { awsAddress, report }: { awsAddress: string; report: (line: string) => void },
  open: Open,
) {
  const functions = open(
    runFunctions(deployment, {
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
    }),
  );
  return { functions, permissions: readPermissions(deployment, functions.list), record: recordCalls() };
}

/** What travels between functions: deliveries with their dead letters, events, schedules and executions. */
export function connectFunctions(
  deployment: Deployment,
  { file, clock, activity, metrics }: Stores,
  { functions, permissions, record }: Running,
  open: Open,
) {
  const rules = readRules(deployment, functions, permissions);
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
  const states = open(
    runStateMachines(deployment, file('executions.jsonl'), {
      clock,
      activity,
      functions,
      permissions,
      announce: (execution) => buses.publish('default', statusChange(execution)),
    }),
  );
  const recurring = rules.flatMap((rule) =>
    rule.everyMs === undefined ? [] : [{ everyMs: rule.everyMs, run: () => buses.runSchedule(rule) }],
  );
  const schedules = recurringSchedules(recurring, clock);
  return { deadLetters, deliveries, buses, states, schedules, advance: clockAdvance(clock, activity, schedules) };
}

/** Answers AWS calls at the endpoint. */
export function serveAws(
  { aws, location }: Listeners,
  deployment: Deployment,
  { tables, dynamodb, mailbox, mailFaults, clock }: Stores,
  { functions, permissions, record: { authorize } }: Running,
  { states, buses, deliveries }: Connected,
): void {
  aws.serve(
    {
      dynamodb: dynamodbService(tables, dynamodb.port, authorize),
      states: statesService(states, clock, authorize),
      ses: mailService(deployment, mailbox, mailFaults, authorize),
      events: eventsService(buses, location, authorize),
      lambda: lambdaService(functions, (target, event) => deliveries.enqueue(target, event, true), authorize),
      cloudformation: cloudformationService(deployment, clock.iso, authorize),
      sts: stsService(location),
    },
    permissions,
    clock,
  );
}

/** The tables are open and already empty; the synthesized assembly may lie in the same folder, and is no data. */
function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^(assembly|tables)/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
