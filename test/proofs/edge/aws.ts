import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { FunctionPath } from '#infra/functions.ts';
import { type Activity, watchActivity } from '#infra/local/clock/activity.ts';
import { openBus } from './bus.ts';
import { stillClock } from './clock.ts';
import { openExecutions } from './executions.ts';
import { type Around, type Client, type Deliver, watchInvocations } from './invocations.ts';
import { type KeptMail, openMailbox } from './mailbox.ts';
import { openTables } from './tables.ts';
import { type Answer, type Asked, clientSettings, readRequest, withBody } from './wire.ts';

/** Takes a safeguard out, by changing what functions are told or what leaves them. */
export interface Ablation {
  /** The body of a call to AWS, as it shall leave. */
  readonly call?: (asked: Asked) => string;
  /** What the workflow tells a task. */
  readonly task?: (input: unknown) => Promise<unknown>;
}

export interface AwsOptions {
  readonly start: Date;
  readonly around: Around;
  readonly deliver: Deliver;
  /** Addresses that take no mail. */
  readonly refusing?: readonly string[] | undefined;
  readonly ablation?: Ablation | undefined;
  /** Looks at each mail as it arrives, and at what is asked of the tables before and after it is carried out. */
  readonly witness: {
    mail(mail: KeptMail): Promise<void>;
    before(asked: Asked): Promise<void>;
    after(asked: Asked): void;
  };
}

export type Handlers = Partial<Record<FunctionPath, (event: unknown) => Promise<unknown>>>;
export type Aws = Awaited<ReturnType<typeof openAws>>;

const minute = 60_000;
/** After how long Lambda tries again what nobody waits for; then it gives up. */
const asyncRetries = [1 * minute, 2 * minute];
const TaskInput = z.object({ execution: z.string() });

/** AWS as one life of a case needs it, all in this process and at a time that stands still: tables, mails, executions, events. */
export async function openAws({ start, around, deliver, refusing, ablation, witness }: AwsOptions) {
  const clock = stillClock(start);
  const activity = watchActivity();
  const invocations = watchInvocations(around, deliver);
  const answerTables = await openTables();
  const mailbox = openMailbox(clock.now, witness.mail, refusing);
  const bus = openBus();
  const inTurn = oneAfterTheOther(activity);
  const handlers: Handlers = {};
  const deadLetters: FunctionPath[] = [];
  let requests = 0;

  /** Calls a function and waits for it. One runs at a time, so that the same life makes the same calls in the same order. */
  function call<Result>(path: FunctionPath, body: () => Promise<Result>, stop?: () => void): Promise<Result> {
    return inTurn(() => invocations.run(path, body, stop));
  }

  /** Calls a function for which nobody waits. */
  function send(path: FunctionPath, event: unknown, tries = 0): void {
    call(path, async () => handlers[path]?.(event)).catch(() => {
      const pause = asyncRetries[tries];
      if (pause === undefined) deadLetters.push(path);
      else clock.at(clock.now() + pause, () => send(path, event, tries + 1));
    });
  }

  const executions = openExecutions({
    clock,
    activity,
    async call(path, input) {
      const told = (await ablation?.task?.(input)) ?? input;
      const { execution } = TaskInput.parse(input);
      return call(
        path,
        async () => handlers[path]?.(told),
        () => executions.stop(execution),
      ).then(
        (returned) => ({ returned }),
        (error) => ({ failed: error instanceof Error ? error.name : 'Error' }),
      );
    },
    ended: (name, status) => send('operations/reconcile', { source: 'aws.states', detail: { name, status } }),
  });

  /** What the clients of functions are made with: each request is counted where AWS would see it. */
  const counted = (answer: (asked: Asked) => Promise<Answer>) =>
    clientSettings((asked) => {
      requests += 1;
      return answer(asked);
    });
  const tables = new DynamoDBClient(
    counted(async (asked) => {
      await witness.before(asked);
      const answer = await answerTables(asked);
      if (answer.status === 200) witness.after(asked);
      return answer;
    }),
  );
  const mails = new SESv2Client(counted(mailbox.answer));
  const states = new SFNClient(counted(executions.answer));
  const events = new EventBridgeClient(counted(bus.answer));
  const prepare = <Args extends { readonly request: unknown }, Result>(client: Client<Args, Result>) => {
    invocations.watch(client);
    if (ablation?.call !== undefined) alterCalls(client, ablation.call);
  };
  prepare(tables);
  prepare(mails);
  prepare(states);
  prepare(events);

  return {
    clock,
    activity,
    clients: { documents: documentsOf(tables), mails, states, events },
    /** The test's own way to the tables: nothing is counted, and nothing fails. */
    own: documentsOf(new DynamoDBClient(clientSettings(answerTables))),
    mails: mailbox.mails,
    told: bus.told,
    executions,
    deadLetters,
    calls: invocations.calls,
    invocations: invocations.invocations,
    requests: () => requests,
    /** What AWS calls by itself. */
    deploy: (deployed: Handlers) => void Object.assign(handlers, deployed),
    call,
    send,
  };
}

function documentsOf(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Runs what it is given one after the other, in the order of asking; what waits counts as going on. */
function oneAfterTheOther(activity: Activity) {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(run: () => Promise<Result>): Promise<Result> => {
    const end = activity.begin();
    const mine = last.then(run);
    last = mine.then(end, end);
    return mine;
  };
}

/** Inside of what counts calls. */
function alterCalls<Args extends { readonly request: unknown }, Result>(
  client: Client<Args, Result>,
  alter: (asked: Asked) => string,
): void {
  client.middlewareStack.add(
    (next) => (args) => next({ ...args, request: withBody(args.request, alter(readRequest(args.request))) }),
    { name: 'altered', step: 'deserialize', priority: 'low' },
  );
}
